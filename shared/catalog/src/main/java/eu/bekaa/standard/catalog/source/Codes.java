package eu.bekaa.standard.catalog.source;

import java.util.Locale;
import java.util.regex.Pattern;

/// How codes and headers are compared and ordered.
public final class Codes {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int WIDTH = 10;

    private Codes() {}

    /// The text on one line: white space of any kind collapsed to single blanks, none around it.
    public static String oneLine(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /// The text without blanks of any kind around it; line breaks within it stay.
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// A framework's code: its header with white space, case and bracket style normalised (STD-11).
    public static String framework(String header) {
        return oneLine(header).toUpperCase(Locale.ROOT).replace('[', '(').replace(']', ')');
    }

    /// What is left of a name when only letters and digits count, to recognise differently punctuated spellings.
    public static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// A lower-case word with dashes.
    public static String slug(String text) {
        return oneLine(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /// A key whose plain character order is the natural order of codes: `A.5.9` before `A.5.10`.
    public static String naturalOrder(String code) {
        return DIGITS.matcher(code).replaceAll(run -> {
            var digits = run.group().replaceFirst("^0+(?=.)", "");
            return digits.length() >= WIDTH ? digits : "0".repeat(WIDTH - digits.length()) + digits;
        });
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }
}
