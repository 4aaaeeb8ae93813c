package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.workbook.Table.Row;
import eu.bekaa.standard.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the events of one sheet into rows of filled cells.
final class SheetRows extends DefaultHandler {
    /// Raised when enough rows have been read.
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /// A spreadsheet has no more columns.
    private static final int MOST_COLUMNS = 16_384;

    private final List<String> texts;
    private final TextBudget budget;
    private final Predicate<Row> more;
    private final StringBuilder text = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int rowNumber;
    private int column;
    private String type = "n";
    private boolean formula;
    private boolean filled;
    private boolean reading;
    private int phonetic;

    /// @param more takes each row that has a filled cell, and tells whether it wants another
    SheetRows(List<String> texts, TextBudget budget, Predicate<Row> more) {
        this.texts = texts;
        this.budget = budget;
        this.more = more;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        reading = false;
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "rPh" -> phonetic++;
            case "v" -> start();
            case "t" -> {
                if (phonetic == 0) {
                    start();
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        reading = false;
        switch (name) {
            case "c" -> endCell();
            case "rPh" -> phonetic--;
            case "row" -> endRow();
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (reading) {
            text.append(characters, start, length);
            budget.require(text);
        }
    }

    private void start() {
        reading = true;
        filled = true;
    }

    private void startRow(@Nullable String number) {
        rowNumber = number == null ? rowNumber + 1 : whole(number, rowNumber + 1);
        column = -1;
        cells = new ArrayList<>();
    }

    private void startCell(Attributes attributes) {
        var reference = attributes.getValue("r");
        int stated = reference == null ? -1 : Cell.column(reference);
        column = stated > column ? stated : column + 1;
        var stored = attributes.getValue("t");
        type = stored == null ? "n" : stored;
        formula = false;
        filled = false;
        text.setLength(0);
    }

    private void endCell() {
        if (!filled) {
            return;
        }
        if (cells.size() == MOST_COLUMNS) {
            throw Refusal.invalid("file", "Row " + rowNumber + " has more than " + MOST_COLUMNS + " cells.");
        }
        var stored = type.equals("s") ? text.toString() : budget.spend(text.toString());
        cells.add(
                switch (type) {
                    case "s" -> new Cell(column, shared(stored), Cell.Kind.TEXT, formula);
                    case "inlineStr", "str" -> new Cell(column, SharedTexts.unescaped(stored), Cell.Kind.TEXT, formula);
                    case "b" -> new Cell(column, stored.equals("1") ? "TRUE" : "FALSE", Cell.Kind.TEXT, formula);
                    case "e" -> new Cell(column, stored, Cell.Kind.ERROR, formula);
                    case "d" -> new Cell(column, stored, Cell.Kind.TEXT, formula);
                    default -> new Cell(column, Cell.rounded(stored.strip()), Cell.Kind.NUMBER, formula);
                });
    }

    private void endRow() throws SAXException {
        if (!cells.isEmpty() && !more.test(new Row(rowNumber, cells))) {
            throw new Enough();
        }
    }

    private String shared(String index) {
        int number = whole(index.strip(), -1);
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }

    private static int whole(String digits, int otherwise) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
