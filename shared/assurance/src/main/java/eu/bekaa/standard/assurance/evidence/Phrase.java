package eu.bekaa.standard.assurance.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A phrase of a list: words one after the other. `a|b` is either, `word*` any ending, `..` up to four words between.
/// It lies within one clause.
final class Phrase {
    private static final int GAP = 4;

    /// One place in a phrase: the words that may stand there, and how many others may stand before.
    private record Step(Set<String> words, List<String> beginnings, int gap) {
        boolean takes(String word) {
            return words.contains(word) || beginnings.stream().anyMatch(word::startsWith);
        }
    }

    private final List<Step> steps;

    private Phrase(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static Phrase parse(String line) {
        var steps = new ArrayList<Step>();
        int gap = 0;
        for (var part : line.split(" ", -1)) {
            if (part.equals("..")) {
                gap = GAP;
                continue;
            }
            steps.add(step(List.of(part.split("\\|")), gap));
            gap = 0;
        }
        return new Phrase(steps);
    }

    private static Step step(List<String> words, int gap) {
        return new Step(
                words.stream().filter(word -> !word.endsWith("*")).collect(Collectors.toUnmodifiableSet()),
                words.stream()
                        .filter(word -> word.endsWith("*"))
                        .map(word -> word.substring(0, word.length() - 1))
                        .toList(),
                gap);
    }

    /// The beginnings, two letters at most, of the words that the phrase can begin with; empty where any word may stand
    /// first.
    Set<String> openings() {
        var first = steps.getFirst();
        return first.gap() > 0
                ? Set.of()
                : Stream.concat(first.words().stream(), first.beginnings().stream())
                        .map(Phrase::opening)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// The first two letters of a word.
    static String opening(String word) {
        return word.length() <= 2 ? word : word.substring(0, 2);
    }

    /// Where the phrase ends (exclusive) when it begins at this token; -1 when it does not.
    int matchAt(List<Token> tokens, int from) {
        return match(tokens, from, 0);
    }

    private int match(List<Token> tokens, int from, int step) {
        if (step == steps.size()) {
            return from;
        }
        var wanted = steps.get(step);
        for (int at = from; at <= from + wanted.gap() && at < tokens.size(); at++) {
            boolean begins = at == from && step == 0;
            if (!begins && tokens.get(at).opens()) {
                return -1;
            }
            if (wanted.takes(tokens.get(at).word())) {
                int end = match(tokens, at + 1, step + 1);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }
}
