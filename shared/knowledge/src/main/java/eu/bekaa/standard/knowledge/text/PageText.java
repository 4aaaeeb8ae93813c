package eu.bekaa.standard.knowledge.text;

import org.jspecify.annotations.Nullable;

/// The text of one page, slide or sheet.
/// @param number from 1; null for formats that know no pages
/// @param label  a sheet's name; null where there is none
public record PageText(@Nullable Integer number, @Nullable String label, String text) {
    public PageText {
        text = storable(text);
    }

    /// A whole document of a format that knows no pages.
    public static PageText unpaged(String text) {
        return new PageText(null, null, text);
    }

    public static PageText numbered(int number, String text) {
        return new PageText(number, null, text);
    }

    /// The two things PostgreSQL cannot keep, NUL and half a surrogate pair, become U+FFFD; every other character
    /// stays, and so does every offset.
    private static String storable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '\uFFFD');
            }
        }
        return changed == null ? text : changed.toString();
    }
}
