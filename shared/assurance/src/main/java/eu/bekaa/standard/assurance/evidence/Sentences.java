package eu.bekaa.standard.assurance.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts text into sentences, each word for word as it stands there. Lists, headings and table rows end at their line;
/// running text that is broken into lines does not.
final class Sentences {
    /// Lines shorter than this do not run on into one that begins anew: they are headings, cells, entries.
    private static final int FULL_LINE = 50;

    private static final Pattern NEW_ENTRY =
            Pattern.compile("\\s*(?:[-*+•●▪◦–#|>]|\\(?\\p{Alnum}{1,3}[.)]\\s).*", Pattern.DOTALL);
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "etc", "vs", "no", "nos", "sec", "fig", "approx", "dept", "inc", "ltd", "co", "corp", "dr",
            "mr", "mrs", "ms", "st", "cf", "al", "art", "para", "rev", "ver", "vol", "u.s", "jan", "feb", "aug", "sept",
            "oct", "nov", "dec");

    private Sentences() {}

    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean ends = switch (text.charAt(at)) {
                case '.', '!', '?' -> endsSentence(text, start, at);
                case '\n' -> endsEntry(text, start, at);
                default -> false;
            };
            if (ends) {
                start = add(sentences, text, start, at + 1);
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static int add(List<String> sentences, String text, int start, int end) {
        var sentence = text.substring(start, end).strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return end;
    }

    private static boolean endsSentence(String text, int start, int at) {
        int next = at + 1;
        while (next < text.length() && ")]\"'”’*_".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        return text.charAt(at) != '.' || !(abbreviates(text, start, at) && goesOn(text, next));
    }

    private static boolean abbreviates(String text, int start, int at) {
        int word = at;
        while (word > start && !Character.isWhitespace(text.charAt(word - 1)) && text.charAt(word - 1) != '(') {
            word--;
        }
        var before = text.substring(word, at).toLowerCase(Locale.ROOT);
        return before.length() == 1 || ABBREVIATIONS.contains(before);
    }

    /// After an abbreviation a sentence goes on unless a capital word follows; after a number sign, a digit may.
    private static boolean goesOn(String text, int from) {
        int next = from;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && !Character.isUpperCase(text.charAt(next));
    }

    private static boolean endsEntry(String text, int start, int at) {
        int end = text.indexOf('\n', at + 1);
        var next = text.substring(at + 1, end < 0 ? text.length() : end);
        if (next.isBlank() || NEW_ENTRY.matcher(next).matches()) {
            return true;
        }
        int lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
        var line = text.substring(lineStart, at).strip();
        return line.startsWith("#")
                || line.endsWith("|")
                || line.length() < FULL_LINE
                        && Character.isUpperCase(next.strip().charAt(0));
    }
}
