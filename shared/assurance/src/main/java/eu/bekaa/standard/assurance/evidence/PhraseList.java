package eu.bekaa.standard.assurance.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Phrases that mean something, and the look-alikes (lines beginning with `-`) that do not. Kept as a resource.
record PhraseList(List<Phrase> phrases, List<Phrase> lookAlikes) {
    /// A run of tokens, the end exclusive.
    record Span(int start, int end) {
        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
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
        return new PhraseList(phrases, lookAlikes);
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
        var found = spans(phrases, tokens);
        if (found.isEmpty()) {
            return found;
        }
        var masked = spans(lookAlikes, tokens);
        return found.stream()
                .filter(span -> masked.stream().noneMatch(span::overlaps))
                .toList();
    }

    private static List<Span> spans(List<Phrase> phrases, List<Token> tokens) {
        var spans = new ArrayList<Span>();
        for (int at = 0; at < tokens.size(); at++) {
            int end = -1;
            for (var phrase : phrases) {
                end = Math.max(end, phrase.matchAt(tokens, at));
            }
            if (end > at) {
                spans.add(new Span(at, end));
            }
        }
        return spans;
    }
}
