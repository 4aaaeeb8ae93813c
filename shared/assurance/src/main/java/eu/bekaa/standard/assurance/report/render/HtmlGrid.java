package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import java.util.ArrayList;

/// A table of rows as HTML; a last column names the sources where any row has some.
final class HtmlGrid {
    private static final int REFERENCES_WEIGHT_PERCENT = 9;

    private final Markup out;
    private final Medium medium;
    private final References references;
    private final Block.Table table;
    private final boolean cited;

    HtmlGrid(Markup out, Medium medium, References references, Block.Table table) {
        this.out = out;
        this.medium = medium;
        this.references = references;
        this.table = table;
        this.cited = table.rows().stream().anyMatch(row -> !row.sources().isEmpty());
    }

    void write() {
        var widths = new ArrayList<Integer>();
        int room = cited ? 100 - REFERENCES_WEIGHT_PERCENT : 100;
        int weights = table.columns().stream().mapToInt(Column::weight).sum();
        table.columns().forEach(column -> widths.add(room * column.weight() / weights));
        if (cited) {
            widths.add(REFERENCES_WEIGHT_PERCENT);
        }
        var rows = new ArrayList<Runnable>();
        table.rows().forEach(row -> rows.add(() -> row(row)));
        if (rows.isEmpty()) {
            rows.add(() -> HtmlBlocks.none(out, widths.size()));
        }
        new HtmlTable("grid", widths, null, table.caption(), this::head, rows).write(out, medium);
    }

    private void head() {
        out.open("tr");
        table.columns().forEach(column -> out.leaf("th", column.title(), "class", style(column)));
        if (cited) {
            out.leaf("th", "Sources");
        }
        out.close();
    }

    private void row(Block.Row row) {
        out.open("tr");
        for (int i = 0; i < row.cells().size(); i++) {
            cell(table.columns().get(i), row.cells().get(i));
        }
        if (cited) {
            out.open("td", "class", "references");
            HtmlBlocks.cite(out, references, row.sources());
            out.close();
        }
        out.close();
    }

    private void cell(Column column, String value) {
        switch (column.kind()) {
            case WORD -> {
                out.open("td");
                HtmlBlocks.pill(out, value);
                out.close();
            }
            case TEXT, CODE, NUMBER -> out.leaf("td", value, "class", style(column));
        }
    }

    private static String style(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case CODE -> "code";
            case NUMBER -> "number";
            case WORD -> "word";
        };
    }
}
