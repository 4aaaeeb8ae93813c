package eu.bekaa.standard.assurance.report.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as HTML. On paper its head is repeated on each page that it goes on to and never stands without a row.
/// @param style   its class
/// @param widths  of the columns, in percent
/// @param anchor  where links to it lead; null for none
/// @param caption empty for none
/// @param head    writes the rows of the head
/// @param rows    each writes a row, or rows that belong together; at least one
record HtmlTable(
        String style,
        List<Integer> widths,
        @Nullable String anchor,
        String caption,
        Runnable head,
        List<Runnable> rows) {

    void write(Markup out, Medium medium) {
        switch (medium) {
            case SCREEN -> screen(out);
            case PRINT -> print(out);
        }
    }

    private void screen(Markup out) {
        open(out, style);
        if (!caption.isEmpty()) {
            out.leaf("caption", caption);
        }
        head(out);
        out.open("tbody");
        rows.forEach(Runnable::run);
        out.close().close();
    }

    /// The layout moves a table as a whole when the baseline of its first row lies beyond the page. That of a table
    /// within the row is the foot of its own first row, so the first row is wrapped: head and row stay together.
    private void print(Markup out) {
        if (!caption.isEmpty()) {
            out.leaf("p", caption, "class", "table-caption");
        }
        open(out, style + " paged");
        head(out);
        out.open("tbody").open("tr", "class", "opening").open("td", "colspan", String.valueOf(widths.size()));
        out.open("table", "class", "whole").open("tbody").open("tr").open("td");
        out.open("table", "class", style);
        columns(out);
        out.open("tbody");
        rows.getFirst().run();
        out.close().close();
        out.close().close().close().close();
        out.close().close();
        rows.subList(1, rows.size()).forEach(Runnable::run);
        out.close().close();
    }

    private void open(Markup out, String classes) {
        out.open("table", "class", classes);
        if (anchor != null) {
            out.attribute("id", anchor);
        }
    }

    private void head(Markup out) {
        columns(out);
        out.open("thead");
        head.run();
        out.close();
    }

    private void columns(Markup out) {
        out.open("colgroup");
        widths.forEach(width -> out.empty("col", "style", "width: " + width + "%"));
        out.close();
    }
}
