package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.Dataset;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import eu.bekaa.standard.assurance.report.content.SectionKind;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A report about nothing, rendered once, so that the first real one does not wait for typefaces and writers to load.
final class Rehearsal {
    private Rehearsal() {}

    static void run() {
        var content = content();
        PdfReport.render(content);
        DocxReport.render(content);
        XlsxReport.render(content);
    }

    private static ReportContent content() {
        var source = new Source(Source.Kind.ASSESSMENT, new UUID(0, 1), "Rehearsal");
        var table = new Block.Table(
                "Table", List.of(Column.text("Column", 1)), List.of(new Block.Row(List.of("Cell"), List.of())));
        var axes =
                List.of(new Block.Axis("A", "A", 1, 2), new Block.Axis("B", "B", 2, 3), new Block.Axis("C", "C", 3, 4));
        var section = new Section(
                SectionKind.EXECUTIVE_SUMMARY,
                List.of(
                        Block.Paragraph.of(Statement.sourced("Statement.", source.id())),
                        table,
                        new Block.Radar("Radar", 5, axes, List.of(source.id()))));
        var field = new Dataset.Field("field", Dataset.Field.Kind.TEXT);
        return new ReportContent(
                new Cover("Rehearsal", "Rehearsal", "", "", "", "", "", null, 1, Instant.EPOCH, List.of()),
                List.of(section),
                List.of(source),
                List.of(new Dataset("dataset", List.of(field), List.of(List.of("value")))));
    }
}
