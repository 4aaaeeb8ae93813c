package eu.bekaa.standard.assurance.report.render;

import static eu.bekaa.standard.assurance.report.render.HtmlFindings.decimal;
import static eu.bekaa.standard.assurance.report.render.MarkdownText.escaped;
import static eu.bekaa.standard.assurance.report.render.MarkdownText.row;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A report as Markdown (GitHub's tables); charts become the tables behind them.
public final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();
    private final ReportContent content;
    private final Outline outline;
    private final References references;

    private MarkdownReport(ReportContent content) {
        this.content = content;
        this.outline = new Outline(content);
        this.references = new References(content);
    }

    public static byte[] render(ReportContent content) {
        var report = new MarkdownReport(content);
        report.write();
        return report.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write() {
        var cover = content.cover();
        line("# " + escaped(cover.title()));
        if (cover.marking() != null) {
            line("**" + escaped(cover.marking()) + "**");
        }
        var facts = new ArrayList<List<String>>();
        facts.add(List.of(cover.kind(), cover.organization()));
        cover.lines().forEach(fact -> facts.add(List.of(fact.label(), fact.value())));
        table(List.of("About this report", ""), facts);
        line("## Contents");
        for (var entry : outline.contents()) {
            out.append("  ".repeat(entry.level() - 1))
                    .append("- ")
                    .append(entry.number())
                    .append(' ')
                    .append(escaped(entry.title()))
                    .append('\n');
        }
        out.append('\n');
        for (var section : content.sections()) {
            line("## " + escaped(outline.of(section).line()));
            section.blocks().forEach(this::block);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading ->
                line("### " + escaped(outline.of(heading).line()));
            case Block.Paragraph paragraph -> paragraph.statements().forEach(this::statement);
            case Block.KeyFigures figures ->
                table(
                        List.of("Figure", "Value", "Note", "Sources"),
                        figures.figures().stream()
                                .map(figure -> List.of(
                                        figure.label(), figure.value(), figure.note(), numbers(figure.sources())))
                                .toList());
            case Block.Table table -> grid(table);
            case Block.Radar radar -> {
                line("*" + escaped(radar.caption()) + "*" + escaped(cited(radar.sources())));
                table(
                        List.of("Code", "Name", "Now", "Target"),
                        radar.axes().stream()
                                .map(axis ->
                                        List.of(axis.code(), axis.name(), decimal(axis.now()), decimal(axis.target())))
                                .toList());
            }
            case Block.Bars bars -> {
                line("*" + escaped(bars.caption()) + "*" + escaped(cited(bars.sources())));
                table(
                        List.of("Group", "Parts", "Total"),
                        bars.bars().stream().map(MarkdownReport::bar).toList());
            }
            case Block.Heatmap heatmap -> heatmap(heatmap);
            case Block.Findings group -> findings(group);
            case Block.Citations citations ->
                table(
                        List.of("Document", "Relevance", "Quote", "Sources"),
                        citations.quotes().stream()
                                .map(quote -> List.of(
                                        quote.citation(),
                                        decimal(quote.score()),
                                        quote.text(),
                                        numbers(List.of(quote.documentId(), quote.chunkId()))))
                                .toList());
            case Block.Register register ->
                table(
                        List.of("No.", "Source", "Full id"),
                        content.sources().stream()
                                .map(source -> List.of(
                                        String.valueOf(references.number(source.id())),
                                        HtmlBlocks.kind(source) + " " + source.label(),
                                        source.id().toString()))
                                .toList());
        }
    }

    private void statement(Statement statement) {
        var label = switch (statement.basis()) {
            case SOURCED -> "";
            case LIMITATION -> "**Limitation** ";
            case ASSUMPTION -> "**Assumption** ";
        };
        line(label + escaped(statement.text()) + escaped(cited(statement.sources())));
    }

    private void grid(Block.Table table) {
        if (!table.caption().isEmpty()) {
            line("*" + escaped(table.caption()) + "*");
        }
        var titles = new ArrayList<>(table.columns().stream().map(Column::title).toList());
        titles.add("Sources");
        table(
                titles,
                table.rows().stream()
                        .map(row -> {
                            var cells = new ArrayList<>(row.cells());
                            for (int i = 0; i < cells.size(); i++) {
                                if (table.columns().get(i).kind() == Column.Kind.WORD) {
                                    cells.set(i, Words.label(cells.get(i)));
                                }
                            }
                            cells.add(numbers(row.sources()));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private void heatmap(Block.Heatmap heatmap) {
        line("*" + escaped(heatmap.caption()) + "*" + escaped(cited(heatmap.sources())));
        var rows = new ArrayList<List<String>>();
        for (int impact = Block.Heatmap.SIDE; impact >= 1; impact--) {
            var cells = new ArrayList<>(List.of("Impact " + impact));
            heatmap.counts().get(impact - 1).forEach(count -> cells.add(String.valueOf(count)));
            rows.add(cells);
        }
        table(List.of("", "Likelihood 1", "2", "3", "4", "5", "6"), rows);
    }

    private void findings(Block.Findings group) {
        line("#### " + escaped(outline.of(group).line()));
        if (!group.text().isBlank()
                && !group.text().strip().equals(group.title().strip())) {
            line(escaped(Plain.line(group.text(), 1200)));
        }
        group.findings().forEach(this::finding);
    }

    private void finding(FindingLine finding) {
        line("- **" + escaped(finding.code()) + "** " + escaped(finding.control()) + ": "
                + Words.label(finding.status()) + ", "
                + Words.label(finding.severity()) + " severity, " + Words.label(finding.type()) + ", risk "
                + finding.inherent() + " → "
                + decimal(finding.residual()) + " " + finding.risk() + ". "
                + escaped(Plain.line(finding.summary(), 2000)) + escaped(cited(finding.sources())));
        if (!finding.rationale().isBlank()) {
            line("  Why: " + escaped(Plain.line(finding.rationale(), 2000)));
        }
        if (!finding.recommendation().isBlank()) {
            line("  To do: " + escaped(Plain.line(finding.recommendation(), 2000)));
        }
        for (var quote : finding.quotes()) {
            line("  > “" + escaped(Plain.line(quote.text(), 260)) + "” " + escaped(Plain.line(quote.citation(), 110))
                    + escaped(cited(List.of(quote.documentId(), quote.chunkId()))));
        }
    }

    private void table(List<String> titles, List<List<String>> rows) {
        out.append(row(titles)).append("| --- ".repeat(titles.size())).append("|\n");
        rows.forEach(cells -> out.append(row(cells)));
        out.append('\n');
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    private String cited(Collection<UUID> sources) {
        return sources.isEmpty() ? "" : " [" + numbers(sources) + "]";
    }

    private String numbers(Collection<UUID> sources) {
        return String.join(
                ", ", references.numbers(sources).stream().map(String::valueOf).toList());
    }

    private static List<String> bar(Block.Bar bar) {
        var parts = bar.parts().stream()
                .map(part -> Words.label(part.word()) + " " + part.count())
                .toList();
        return List.of(bar.label(), String.join(", ", parts), String.valueOf(bar.total()));
    }
}
