package eu.bekaa.standard.knowledge.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences of a passage that speak most of what was asked: a word-for-word part of the passage, not longer than
/// 500 characters, so that a reader finds it in the document.
/// @param start where it begins in the passage, in characters
/// @param end   where it ends, exclusive
record Snippet(int start, int end) {
    static final int MAX = 500;

    /// @param from the window of the passage that was found, only sentences that reach into it are shown
    static Snippet of(String passage, int from, int to, String query) {
        var wanted = Words.of(query);
        var sentences = sentences(passage, from, to);
        var spoken = sentences.stream()
                .map(s -> Words.of(passage.substring(s.start, s.end)))
                .toList();
        Snippet best = new Snippet(from, from);
        double bestWorth = -1;
        for (int first = 0; first < sentences.size(); first++) {
            var covered = new HashSet<String>();
            int last = first;
            while (last < sentences.size() && sentences.get(last).end - sentences.get(first).start <= MAX) {
                covered.addAll(spoken.get(last++));
            }
            double worth = worth(wanted, covered, spoken);
            if (last > first && worth > bestWorth) {
                best = new Snippet(sentences.get(first).start, sentences.get(last - 1).end);
                bestWorth = worth;
            }
        }
        return best;
    }

    String in(String passage) {
        return passage.substring(start, end);
    }

    /// A word that few sentences of the passage use tells more about where to look.
    private static double worth(Set<String> wanted, Set<String> covered, List<Set<String>> spoken) {
        return wanted.stream()
                .filter(covered::contains)
                .mapToDouble(word -> 1.0
                        / spoken.stream().filter(words -> words.contains(word)).count())
                .sum();
    }

    /// The sentences and lines that reach into the window, without surrounding blanks; a longer one than may be shown
    /// is cut between words.
    private static List<Snippet> sentences(String passage, int from, int to) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(passage);
        var sentences = new ArrayList<Snippet>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end > from && start < to) {
                for (int line = start; line < end; ) {
                    int next = passage.indexOf('\n', line);
                    int stop = next < 0 || next >= end ? end : next + 1;
                    pieces(passage, line, stop, sentences);
                    line = stop;
                }
            }
            start = end;
        }
        return sentences;
    }

    private static void pieces(String passage, int from, int to, List<Snippet> into) {
        int start = from;
        while (start < to) {
            if (isBlank(passage.charAt(start))) {
                start++;
                continue;
            }
            int cut = to - start <= MAX ? to : cut(passage, start);
            int end = cut;
            while (isBlank(passage.charAt(end - 1))) {
                end--;
            }
            into.add(new Snippet(start, end));
            start = cut;
        }
    }

    /// The last place between two words within the limit, or between two characters in a word without end.
    private static int cut(String passage, int start) {
        int limit = start + MAX;
        for (int at = limit; at > start; at--) {
            if (isBlank(passage.charAt(at))) {
                return at;
            }
        }
        return Character.isHighSurrogate(passage.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
