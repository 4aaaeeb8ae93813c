package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import java.math.BigDecimal;
import java.math.MathContext;

/// One filled cell.
/// @param column  counted from 0
/// @param raw     the text as stored, or the number rounded to what a spreadsheet can hold
/// @param formula whether the text is the stored result of a formula
record Cell(int column, String raw, Kind kind, boolean formula) {
    enum Kind {
        TEXT,
        NUMBER,
        ERROR
    }

    /// A spreadsheet computes with 15 significant digits; what lies beyond (5.0999999999999996) is noise.
    private static final MathContext SPREADSHEET = new MathContext(15);

    private static final int LONGEST_PLAIN = 30;

    String text() {
        return kind == Kind.ERROR ? "" : Codes.trimmed(raw);
    }

    boolean isEmpty() {
        return text().isEmpty();
    }

    boolean isPadded() {
        return raw.length() != Codes.trimmed(raw).length();
    }

    /// The number as its author typed it, as far as that can still be told.
    static String rounded(String stored) {
        try {
            var number = new BigDecimal(stored).round(SPREADSHEET).stripTrailingZeros();
            return Math.abs(number.scale()) > LONGEST_PLAIN ? number.toString() : number.toPlainString();
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return stored;
        }
    }

    /// The column's letters: 0 is `A`, 27 is `AB`.
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /// The column of a reference such as `AB12`; -1 for what is none.
    static int column(String reference) {
        int column = 0;
        int length = 0;
        while (length < reference.length() && Character.isLetter(reference.charAt(length))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(length)) - 'A' + 1;
            length++;
        }
        return length == 0 || length > 3 ? -1 : column - 1;
    }
}
