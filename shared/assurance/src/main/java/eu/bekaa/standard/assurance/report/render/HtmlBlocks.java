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
    private final Markup out;
    private final Medium medium;
    private final ReportContent content;
    private final Outline outline;
    private final References references;
    private final HtmlFindings findings;

    HtmlBlocks(Markup out, Medium medium, ReportContent content, Outline outline) {
        this.out = out;
        this.medium = medium;
        this.content = content;
        this.outline = outline;
        this.references = new References(content);
        this.findings = new HtmlFindings(out, medium, references);
    }

    void write(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph.statements().forEach(this::statement);
            case Block.KeyFigures figures -> keyFigures(figures);
            case Block.Table table -> new HtmlGrid(out, medium, references, table).write();
            case Block.Radar radar -> radar(radar);
            case Block.Bars bars -> figure(bars.caption(), bars.sources(), () -> BarChart.draw(out, bars));
            case Block.Heatmap heatmap ->
                figure(heatmap.caption(), heatmap.sources(), () -> HeatmapChart.draw(out, heatmap));
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

    private void radar(Block.Radar radar) {
        if (radar.axes().size() >= RadarChart.FEWEST_SPOKES) {
            figure(radar.caption(), radar.sources(), () -> RadarChart.draw(out, radar));
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
        List<Runnable> rows = content.sources().stream()
                .<Runnable>map(source -> () -> registered(source))
                .toList();
        if (!rows.isEmpty()) {
            new HtmlTable("register", List.of(6, 44, 50), null, "", this::registerHead, rows).write(out, medium);
        }
    }

    private void registerHead() {
        out.open("tr")
                .leaf("th", "No.")
                .leaf("th", "Source")
                .leaf("th", "Full id")
                .close();
    }

    private void registered(Source source) {
        out.open("tr", "id", "source-" + references.number(source.id()));
        out.leaf("td", String.valueOf(references.number(source.id()))).open("td");
        out.leaf("span", kind(source), "class", "kind")
                .text(" " + Plain.line(source.label(), 90))
                .close();
        out.leaf("td", source.id().toString(), "class", "id").close();
    }

    static void none(Markup out, int columns) {
        out.open("tr").leaf("td", "None.", "class", "none", "colspan", String.valueOf(columns));
        out.close();
    }

    static String kind(Source source) {
        return Words.label(source.kind().toString());
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
}
