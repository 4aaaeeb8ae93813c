package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Basis;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.report.render.Outline;
import eu.bekaa.standard.assurance.report.render.Plain;
import eu.bekaa.standard.assurance.report.render.References;
import eu.bekaa.standard.assurance.report.render.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A report as a Word document: the same words, to work on.
final class DocxReport {
    /// Beside columns whose weights add up to about a hundred.
    private static final int SOURCES_WEIGHT = 13;

    private final ReportContent content;
    private final Outline outline;
    private final References references;
    private final DocxWriter out;

    private DocxReport(ReportContent content, DocxWriter out) {
        this.content = content;
        this.outline = new Outline(content);
        this.references = new References(content);
        this.out = out;
    }

    static byte[] render(ReportContent content) {
        try (var writer = new DocxWriter(content.cover())) {
            new DocxReport(content, writer).write();
            return writer.bytes();
        }
    }

    private void write() {
        cover();
        out.text(DocxStyle.CONTENTS, "Contents");
        out.contents(outline.contents());
        for (var section : content.sections()) {
            var entry = outline.of(section);
            out.heading(entry.line(), 1, entry.anchor());
            section.blocks().forEach(this::block);
        }
    }

    private void cover() {
        var cover = content.cover();
        out.text(DocxStyle.KIND, cover.kind());
        out.text(
                Plain.width(cover.title()) <= 45 ? DocxStyle.TITLE : DocxStyle.LONG_TITLE,
                Plain.line(cover.title(), 300));
        if (cover.marking() != null) {
            out.text(DocxStyle.MARKING, cover.marking());
        }
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("Organization", cover.organization()));
        cover.lines().forEach(fact -> facts.add(List.of(fact.label(), fact.value())));
        out.table(List.of("About this report", ""), List.of(30, 70), facts);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                var entry = outline.of(heading);
                out.heading(entry.line(), 2, entry.anchor());
            }
            case Block.Paragraph paragraph -> paragraph.statements().forEach(this::statement);
            case Block.KeyFigures figures ->
                out.table(
                        List.of("Figure", "Value", "Note", "Sources"),
                        List.of(35, 15, 35, 15),
                        figures.figures().stream()
                                .map(figure -> List.of(
                                        figure.label(), figure.value(), figure.note(), numbers(figure.sources())))
                                .toList());
            case Block.Table table -> grid(table);
            case Block.Radar radar -> picture(radar, radar.caption(), radar.sources());
            case Block.Bars bars -> picture(bars, bars.caption(), bars.sources());
            case Block.Heatmap heatmap -> picture(heatmap, heatmap.caption(), heatmap.sources());
            case Block.Findings group -> findings(group);
            case Block.Citations citations ->
                out.table(
                        List.of("Document", "Relevance", "Quote", "Sources"),
                        List.of(27, 10, 50, 13),
                        citations.quotes().stream()
                                .map(quote -> List.of(
                                        quote.citation(),
                                        decimal(quote.score()),
                                        quote.text(),
                                        numbers(List.of(quote.documentId(), quote.chunkId()))))
                                .toList());
            case Block.Register register -> content.sources().forEach(this::source);
        }
    }

    private void statement(Statement statement) {
        var label = switch (statement.basis()) {
            case SOURCED -> "";
            case LIMITATION -> "Limitation: ";
            case ASSUMPTION -> "Assumption: ";
        };
        out.text(
                statement.basis() == Basis.SOURCED ? DocxStyle.BODY : DocxStyle.NOTE,
                label + statement.text() + cited(statement.sources()));
    }

    private void grid(Block.Table table) {
        if (!table.caption().isEmpty()) {
            out.text(DocxStyle.CAPTION, table.caption());
        }
        var titles = new ArrayList<>(table.columns().stream().map(Column::title).toList());
        var widths =
                new ArrayList<>(table.columns().stream().map(Column::weight).toList());
        titles.add("Sources");
        widths.add(SOURCES_WEIGHT);
        out.table(
                titles,
                widths,
                table.rows().stream().map(row -> cells(table, row)).toList());
    }

    private List<String> cells(Block.Table table, Block.Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++) {
            var word = table.columns().get(i).kind() == Column.Kind.WORD;
            cells.add(word ? Words.label(row.cells().get(i)) : row.cells().get(i));
        }
        cells.add(numbers(row.sources()));
        return cells;
    }

    private void picture(Block chart, String caption, List<UUID> sources) {
        ChartPicture.of(chart).ifPresent(picture -> out.picture(picture, caption));
        out.text(DocxStyle.CAPTION, caption + cited(sources));
    }

    private void findings(Block.Findings group) {
        var entry = outline.of(group);
        out.heading(entry.line(), 3, entry.anchor());
        if (!group.text().isBlank()
                && !group.text().strip().equals(group.title().strip())) {
            out.text(DocxStyle.NOTE, Plain.line(group.text(), 1200));
        }
        out.table(
                List.of("Finding and control", "Result", "What was found"),
                List.of(22, 20, 58),
                group.findings().stream()
                        .map(finding -> List.of(
                                finding.code() + "\n" + finding.control() + cited(finding.sources()),
                                Words.label(finding.status()) + "\n" + Words.label(finding.severity()) + " severity\n"
                                        + Words.label(finding.type()) + "\nRisk " + finding.inherent() + " → "
                                        + decimal(finding.residual()) + " " + finding.risk() + "\n"
                                        + Words.label(finding.determination()),
                                DocxText.told(finding)))
                        .toList());
    }

    private void source(Source source) {
        out.text(
                DocxStyle.SMALL,
                references.number(source.id()) + "\t"
                        + Words.label(source.kind().toString()) + " " + Plain.line(source.label(), 90) + "\t"
                        + source.id());
    }

    private String cited(Collection<UUID> sources) {
        return sources.isEmpty() ? "" : " [" + numbers(sources) + "]";
    }

    private String numbers(Collection<UUID> sources) {
        return String.join(
                ", ", references.numbers(sources).stream().map(String::valueOf).toList());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
