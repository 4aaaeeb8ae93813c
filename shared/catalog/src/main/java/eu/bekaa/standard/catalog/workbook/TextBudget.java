package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.kernel.Refusal;

/// How much text a workbook may hold, so that what it unpacks to fits into the memory of a small function.
final class TextBudget {
    /// Characters of one cell: a spreadsheet can hold no more.
    static final int MOST_IN_A_CELL = 32_767;

    /// Characters of all cells together; the largest published workbook has 4.3 million.
    static final int MOST_IN_ALL = 24_000_000;

    /// Texts that cells refer to by number; the largest published workbook has 21,000.
    static final int MOST_TEXTS = 500_000;

    private long characters;
    private int texts;

    /// Asked while a text is still being read.
    void require(StringBuilder text) {
        if (text.length() > MOST_IN_A_CELL) {
            throw Refusal.invalid("file", "A cell has more than " + MOST_IN_A_CELL + " characters.");
        }
    }

    /// @return the text, once it is complete
    String spend(String text) {
        characters += text.length();
        if (characters > MOST_IN_ALL) {
            throw Refusal.invalid("file", "The workbook has more than " + MOST_IN_ALL + " characters of text.");
        }
        return text;
    }

    /// The same for a text that many cells may refer to.
    String spendShared(String text) {
        if (++texts > MOST_TEXTS) {
            throw Refusal.invalid("file", "The workbook has more than " + MOST_TEXTS + " texts.");
        }
        return spend(text);
    }
}
