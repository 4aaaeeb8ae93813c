package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/// What is odd about a control sheet as a sheet, whatever its columns mean.
final class SheetNotes {
    private final Table table;
    private final ControlColumns columns;
    private final Findings warnings;

    SheetNotes(Table table, ControlColumns columns, Findings warnings) {
        this.table = table;
        this.columns = columns;
        this.warnings = warnings;
    }

    void take() {
        var headed = new HashSet<Integer>();
        for (var header : table.header().cells()) {
            if (!header.isEmpty()) {
                headed.add(header.column());
                takeHeader(header);
            }
        }
        var headless = new TreeMap<Integer, Row>();
        var formulas = new TreeMap<Integer, Integer>();
        var firstFormula = new HashMap<Integer, Row>();
        for (var row : table.rows()) {
            for (var cell : row.cells()) {
                if (!headed.contains(cell.column()) && !cell.isEmpty()) {
                    headless.putIfAbsent(cell.column(), row);
                }
                if (cell.formula() && !columns.reads(cell.column())) {
                    formulas.merge(cell.column(), 1, Integer::sum);
                    firstFormula.putIfAbsent(cell.column(), row);
                } else {
                    take(row, cell);
                }
            }
        }
        headless.forEach((column, row) ->
                add(Rule.COLUMN_WITHOUT_HEADER, row, column, "The column has no header and is not read."));
        takeSummaries(formulas, firstFormula);
    }

    private void takeHeader(Cell header) {
        if (!header.raw().equals(Codes.oneLine(header.raw()))) {
            add(
                    Rule.HEADER_WHITE_SPACE,
                    table.header(),
                    header.column(),
                    "The header has line breaks, double or outer blanks; read as \"" + Codes.oneLine(header.raw())
                            + "\".");
        }
    }

    private void take(Row row, Cell cell) {
        if (cell.formula()) {
            add(Rule.FORMULA_CELL, row, cell.column(), "A formula; its stored result is read.");
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            add(Rule.ERROR_CELL, row, cell.column(), cell.raw() + " is read as empty.");
        }
    }

    /// Columns that sum up others are told once, not once a row.
    private void takeSummaries(Map<Integer, Integer> formulas, Map<Integer, Row> first) {
        formulas.forEach((column, count) -> {
            var row = first.get(column);
            if (row != null) {
                add(
                        Rule.FORMULA_COLUMN,
                        row,
                        column,
                        count + " formulas from here down sum up other columns; the column is not read.");
            }
        });
    }

    private void add(Rule rule, Row row, int column, String message) {
        warnings.add(table.warning(rule, row, column, message));
    }
}
