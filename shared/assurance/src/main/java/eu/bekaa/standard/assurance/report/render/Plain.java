package eu.bekaa.standard.assurance.report.render;

/// Text that came from outside, made fit for a document: nothing a format cannot hold, nothing that turns the reading
/// direction of what follows.
public final class Plain {
    private Plain() {}

    /// The same text without control characters, bidirectional overrides and halves of surrogate pairs.
    public static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\r' || bidirectional(point)) {
                return;
            }
            clean.appendCodePoint(printable(point) ? point : 0xFFFD);
        });
        return clean.toString();
    }

    /// The same on one line, cut with an ellipsis where it is longer.
    /// @param longest in characters, the ellipsis included
    public static String line(String text, int longest) {
        var line = of(text).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }

    /// The same on one line, cut with an ellipsis where it would be wider than so many average letters.
    public static String within(String text, int letters) {
        var line = of(text).replaceAll("\\s+", " ").strip();
        double room = letters;
        int end = 0;
        while (end < line.length()) {
            int point = line.codePointAt(end);
            room -= width(point);
            if (room < 0) {
                return line.substring(0, end).stripTrailing() + "…";
            }
            end += Character.charCount(point);
        }
        return line;
    }

    /// How many average letters wide a line is, on the safe side.
    public static double width(String line) {
        return line.codePoints().mapToDouble(Plain::width).sum();
    }

    private static double width(int point) {
        if (point >= 0x1100) {
            return 2;
        }
        return Character.isUpperCase(point) || "@%&mw#".indexOf(point) >= 0 ? 1.7 : 1;
    }

    // XML 1.0 §2.2, less the C1 controls
    private static boolean printable(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= 0x20 && point < 0x7F)
                || (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && point <= 0x10FFFF);
    }

    private static boolean bidirectional(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F;
    }
}
