package eu.bekaa.standard.assurance.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Phrases that mean something, and the look-alikes (lines beginning with `-`) that do not. Kept as a resource.
record PhraseList(Index phrases, Index lookAlikes) {
    /// A run of tokens, the end exclusive.
    record Span(int start, int end) {
        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /// Phrases by how they begin, so that only a few are tried at each word.
    record Index(Map<String, List<Phrase>> byOpening, List<Phrase> anywhere) {
        static Index of(List<Phrase> phrases) {
            var byOpening = new HashMap<String, List<Phrase>>();
            var anywhere = new ArrayList<Phrase>();
            for (var phrase : phrases) {
                var openings = phrase.openings();
                openings.forEach(opening -> byOpening
                        .computeIfAbsent(opening, key -> new ArrayList<>())
                        .add(phrase));
                if (openings.isEmpty()) {
                    anywhere.add(phrase);
                }
            }
            return new Index(byOpening, anywhere);
        }

        private int end(List<Token> tokens, int at) {
            int end = -1;
            var word = tokens.get(at).word();
            for (var phrase : byOpening.getOrDefault(Phrase.opening(word), List.of())) {
                end = Math.max(end, phrase.matchAt(tokens, at));
            }
            for (var phrase : anywhere) {
                end = Math.max(end, phrase.matchAt(tokens, at));
            }
            return end;
        }

        List<Span> spans(List<Token> tokens) {
            var spans = new ArrayList<Span>();
            for (int at = 0; at < tokens.size(); at++) {
                int end = end(tokens, at);
                if (end > at) {
                    spans.add(new Span(at, end));
                }
            }
            return spans;
        }
    }

    static PhraseList load(String resource) {
        var phrases = new ArrayList<Phrase>();
        var lookAlikes = new ArrayList<Phrase>();
        for (var line : lines(resource)) {
            if (line.startsWith("- ")) {
                lookAlikes.add(Phrase.parse(line.substring(2)));
            } else {
                phrases.add(Phrase.parse(line));
            }
        }
        return new PhraseList(Index.of(phrases), Index.of(lookAlikes));
    }

    /// The meaningful lines of a resource, without comments.
    static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(PhraseList.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Every place where a phrase stands that is not part of a look-alike, the first and longest first.
    List<Span> in(List<Token> tokens) {
        var found = phrases.spans(tokens);
        if (found.isEmpty()) {
            return found;
        }
        var masked = lookAlikes.spans(tokens);
        return found.stream()
                .filter(span -> masked.stream().noneMatch(span::overlaps))
                .toList();
    }
}
