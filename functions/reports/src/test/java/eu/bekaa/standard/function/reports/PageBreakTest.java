package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where pages end: what announces something stands on the page of what it announces.
class PageBreakTest {
    private static final int CONTENTS = 2;
    private static final String SENTENCE = "The review is recorded and kept by its owner for three years. ";
    private static final String COLUMNS = "Finding and control Result What was found";

    /// Rows of many heights, so that every distance from the foot of a page occurs.
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5, 9})
    void nothingThatAnnouncesStandsAloneAtTheFoot(int sentences) {
        var noise = SENTENCE.repeat(sentences);
        var content = SampleReport.of(60, noise);
        var announces = announcing(content);
        try (var pdf = new ReadBack(PdfReport.render(content))) {
            for (int page = CONTENTS + 1; page <= pdf.pages(); page++) {
                var last = pdf.lines(page).getLast();
                assertThat(announces)
                        .as("page %d ends with “%s”", page, last)
                        .noneMatch(line -> line.strip().endsWith(last) && !noise.contains(last));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void findingsGoOnUnderTheirRequirement(int sentences) {
        var content = SampleReport.of(60, SENTENCE.repeat(sentences));
        try (var pdf = new ReadBack(PdfReport.render(content))) {
            var outline = new Outline(content);
            int first = page(pdf, outline, "Detailed findings");
            int next = page(pdf, outline, "Maturity summary");
            for (int page = first + 1; page < next; page++) {
                var lines = pdf.lines(page);
                assertThat(lines.getFirst()).as("page " + page).startsWith("PR.AC-");
                assertThat(lines).as("page " + page).contains(COLUMNS);
                for (int i = 0; i + 1 < lines.size(); i++) {
                    assertThat(List.of(lines.get(i), lines.get(i + 1)))
                            .as("page %d has a head twice", page)
                            .isNotEqualTo(List.of(COLUMNS, COLUMNS));
                }
            }
        }
    }

    /// Headings, captions and the heads of tables, as a reader of the page meets them.
    private static List<String> announcing(ReportContent content) {
        var lines = new ArrayList<String>();
        new Outline(content).entries().forEach(entry -> lines.add(entry.line().replaceAll("\\s+", " ")));
        lines.add(COLUMNS);
        lines.add("Document Page Relevance Quote Sources");
        lines.add("No. Source Full id");
        for (var section : content.sections()) {
            for (var block : section.blocks()) {
                if (block instanceof Block.Table table) {
                    lines.add(table.caption());
                    lines.add(
                            table.columns().stream().map(Column::title).collect(Collectors.joining(" ")) + " Sources");
                }
            }
        }
        return lines;
    }

    private static int page(ReadBack pdf, Outline outline, String title) {
        assertThat(outline.contents()).anyMatch(entry -> entry.title().equals(title));
        return pdf.links(CONTENTS).stream()
                .filter(link -> link.words().equals(title))
                .findFirst()
                .orElseThrow()
                .target();
    }
}
