package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sheet, or a CSV file, as a header row and the rows below it.
/// @param sheet  its name, or null for a CSV file
/// @param header the header row; each header keeps its raw text
record Table(@Nullable String sheet, Row header, List<Row> rows) {
    Table {
        rows = List.copyOf(rows);
    }

    /// A row with its filled cells in column order.
    /// @param number as the spreadsheet counts it, from 1
    record Row(int number, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        Optional<Cell> cell(int column) {
            return cells.stream().filter(cell -> cell.column() == column).findFirst();
        }

        /// The trimmed text of a cell, empty when there is none.
        String text(int column) {
            return cell(column).map(Cell::text).orElse("");
        }

        /// The trimmed text of a cell, null when there is none.
        @Nullable
        String textOrNull(OptionalInt column) {
            if (column.isEmpty()) {
                return null;
            }
            var text = text(column.getAsInt());
            return text.isEmpty() ? null : text;
        }
    }

    /// The first column whose header, as one line, matches.
    OptionalInt column(Pattern heading) {
        return column(header, heading);
    }

    static OptionalInt column(Row header, Pattern heading) {
        return header.cells().stream()
                .filter(cell -> heading.matcher(Codes.oneLine(cell.raw())).matches())
                .mapToInt(Cell::column)
                .findFirst();
    }

    SourceWarning warning(Rule rule, Row row, int column, String message) {
        return new SourceWarning(rule, sheet, row.number(), Cell.letters(column), message);
    }

    SourceWarning warning(Rule rule, Row row, String message) {
        return new SourceWarning(rule, sheet, row.number(), null, message);
    }
}
