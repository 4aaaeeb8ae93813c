package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Basis;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The blocks of a report as HTML.
final class HtmlBlocks {
    private static final int REFERENCES_WEIGHT_PERCENT = 9;

    private final Markup out;
    private final ReportContent content;
    private final Outline outline;
    private final References references;
    private final HtmlFindings findings;

    HtmlBlocks(Markup out, ReportContent content, Outline outline) {
        this.out = out;
        this.content = content;
        this.outline = outline;
        this.references = new References(content);
        this.findings = new HtmlFindings(out, references);
    }

    void write(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph.statements().forEach(this::statement);
            case Block.KeyFigures figures -> keyFigures(figures);
            case Block.Table table -> table(table);
            case Block.Radar radar -> radar(radar);
            case Block.Bars bars -> figure(bars.caption(), bars.sources(), () -> Charts.bars(out, bars));
            case Block.Heatmap heatmap ->
                figure(heatmap.caption(), heatmap.sources(), () -> Charts.heatmap(out, heatmap));
            case Block.Findings group -> findings.group(group, outline.of(group).anchor());
            case Block.Citations citations -> findings.index(citations);
            case Block.Register register -> register();
        }
        out.newline();
    }

    private void heading(Block.Heading heading) {
        var entry = outline.of(heading);
        out.open("h3", "id", entry.anchor())
                .leaf("span", entry.number(), "class", "number")
                .text(Plain.line(entry.title(), 160))
                .close();
    }

    private void statement(Statement statement) {
        switch (statement.basis()) {
            case SOURCED -> out.open("p");
            case LIMITATION, ASSUMPTION -> {
                out.open("p", "class", "labelled");
                out.leaf("span", statement.basis() == Basis.LIMITATION ? "Limitation" : "Assumption", "class", "label");
                out.text(" ");
            }
        }
        out.text(statement.text());
        cite(out, references, statement.sources());
        out.close();
    }

    private void keyFigures(Block.KeyFigures figures) {
        out.open("table", "class", "key-figures").open("tbody");
        int perRow = Math.min(4, Math.max(1, figures.figures().size()));
        for (int i = 0; i < figures.figures().size(); i += perRow) {
            out.open("tr");
            for (int j = i; j < i + perRow; j++) {
                if (j >= figures.figures().size()) {
                    out.leaf("td", "", "class", "blank");
                    continue;
                }
                var figure = figures.figures().get(j);
                out.open("td").leaf("div", Plain.line(figure.value(), 40), "class", "value");
                out.leaf("div", figure.label(), "class", "name");
                out.open("div", "class", "note").text(figure.note());
                cite(out, references, figure.sources());
                out.close().close();
            }
            out.close();
        }
        out.close().close();
    }

    private void table(Block.Table table) {
        boolean cited = table.rows().stream().anyMatch(row -> !row.sources().isEmpty());
        int room = cited ? 100 - REFERENCES_WEIGHT_PERCENT : 100;
        int weights = table.columns().stream().mapToInt(Block.Column::weight).sum();
        out.open("div", "class", "table").open("table", "class", "grid");
        if (!table.caption().isEmpty()) {
            out.leaf("caption", table.caption());
        }
        out.open("colgroup");
        for (var column : table.columns()) {
            out.empty("col", "style", "width: " + room * column.weight() / weights + "%");
        }
        if (cited) {
            out.empty("col", "style", "width: " + REFERENCES_WEIGHT_PERCENT + "%");
        }
        out.close().open("thead").open("tr");
        for (var column : table.columns()) {
            out.leaf("th", column.title(), "class", style(column));
        }
        if (cited) {
            out.leaf("th", "Sources");
        }
        out.close().close().open("tbody");
        for (var row : table.rows()) {
            out.open("tr");
            for (int i = 0; i < row.cells().size(); i++) {
                cell(table.columns().get(i), row.cells().get(i));
            }
            if (cited) {
                out.open("td", "class", "references");
                cite(out, references, row.sources());
                out.close();
            }
            out.close();
        }
        if (table.rows().isEmpty()) {
            out.open("tr")
                    .leaf(
                            "td",
                            "None.",
                            "class",
                            "none",
                            "colspan",
                            String.valueOf(table.columns().size()))
                    .close();
        }
        out.close().close().close();
    }

    private void cell(Block.Column column, String value) {
        switch (column.kind()) {
            case WORD -> {
                out.open("td");
                pill(out, value);
                out.close();
            }
            case TEXT, CODE, NUMBER -> out.leaf("td", value, "class", style(column));
        }
    }

    private void radar(Block.Radar radar) {
        if (radar.axes().size() >= Charts.FEWEST_SPOKES) {
            figure(radar.caption(), radar.sources(), () -> Charts.radar(out, radar));
        }
    }

    private void figure(String caption, List<UUID> sources, Runnable drawing) {
        out.open("div", "class", "figure");
        drawing.run();
        out.open("p", "class", "caption").text(caption);
        cite(out, references, sources);
        out.close().close();
    }

    private void register() {
        out.open("div", "class", "table").open("table", "class", "register").open("colgroup");
        for (int width : new int[] {6, 44, 50}) {
            out.empty("col", "style", "width: " + width + "%");
        }
        out.close()
                .open("thead")
                .open("tr")
                .leaf("th", "No.")
                .leaf("th", "Source")
                .leaf("th", "Full id")
                .close()
                .close()
                .open("tbody");
        for (var source : content.sources()) {
            out.open("tr", "id", "source-" + references.number(source.id()));
            out.leaf("td", String.valueOf(references.number(source.id())));
            out.open("td")
                    .leaf("span", kind(source), "class", "kind")
                    .text(" " + Plain.line(source.label(), 90))
                    .close();
            out.leaf("td", source.id().toString(), "class", "id").close();
        }
        out.close().close().close();
    }

    static String kind(Source source) {
        return Words.label(source.kind().toString())
                .replace("Scf", "SCF")
                .replace("Soa", "SoA")
                .replace("Poam", "POA&M");
    }

    static void pill(Markup out, String word) {
        if (!word.isEmpty()) {
            var tone = Words.tone(word);
            out.leaf(
                    "span",
                    Words.label(word),
                    "class",
                    "pill",
                    "style",
                    "background-color: " + tone.tint() + "; color: " + tone.ink());
        }
    }

    /// The numbers of sources as links to the register.
    static void cite(Markup out, References references, Collection<UUID> sources) {
        if (sources.isEmpty()) {
            return;
        }
        out.open("span", "class", "cite").text(" [");
        var between = "";
        for (int number : references.numbers(sources)) {
            out.text(between).leaf("a", String.valueOf(number), "href", "#source-" + number);
            between = ", ";
        }
        out.text("]").close();
    }

    private static String style(Block.Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case CODE -> "code";
            case NUMBER -> "number";
            case WORD -> "word";
        };
    }
}
