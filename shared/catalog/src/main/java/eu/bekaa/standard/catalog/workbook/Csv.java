package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.workbook.Table.Row;
import eu.bekaa.standard.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated values (RFC 4180): a quoted value may hold commas, line breaks and doubled quotes.
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /// @throws Refusal `VALIDATION_ERROR` for an empty text or a quote that never closes
    static Table table(String text) {
        var csv = new Csv(text);
        var rows = new ArrayList<Row>();
        for (int number = 1; csv.at < text.length(); number++) {
            var cells = csv.record();
            if (!cells.isEmpty()) {
                rows.add(new Row(number, cells));
            }
        }
        if (rows.isEmpty()) {
            throw Refusal.invalid("content", "The CSV text is empty.");
        }
        return new Table(null, rows.getFirst(), rows.subList(1, rows.size()));
    }

    /// The filled values of the next record.
    private List<Cell> record() {
        var cells = new ArrayList<Cell>();
        for (int column = 0; ; column++) {
            var value = value();
            if (!value.isEmpty()) {
                cells.add(new Cell(column, value, Cell.Kind.TEXT, false));
            }
            if (at >= text.length() || text.charAt(at) != ',') {
                break;
            }
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return cells;
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '"') {
                value.append(character);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                at++;
                while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                return value.toString();
            }
        }
        throw Refusal.invalid("content", "A quoted value of the CSV text never ends.");
    }
}
