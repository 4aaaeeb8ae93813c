package eu.bekaa.standard.assurance.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportContentTest {
    private static final UUID GAP = new UUID(1, 1);
    private static final Source LISTED = new Source(Source.Kind.GAP_ANALYSIS_VERSION, GAP, "Gap analysis, version 1");
    private static final Cover COVER = new Cover(
            "Full assessment report",
            "Title",
            "Organization",
            "Assessment",
            "Framework",
            "SCF",
            "Confidential",
            null,
            1,
            Instant.EPOCH,
            List.of(new Cover.Fact("Gap analysis", "Version 1")));

    @Test
    void std101_aStatementWithoutASourceIsALimitationOrAnAssumption() {
        assertThatThrownBy(() -> Statement.sourced("All is well.")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Statement.limitation("Nobody looked.").basis()).isEqualTo(Basis.LIMITATION);
        assertThat(Statement.assumption("Documents are in force.").basis()).isEqualTo(Basis.ASSUMPTION);
    }

    @Test
    void std101_whatIsCitedIsListed() {
        var cited = section(Block.Paragraph.of(Statement.sourced("Five findings.", GAP)));

        assertThatThrownBy(() -> new ReportContent(COVER, List.of(cited), List.of(), List.of()))
                .hasMessageContaining(GAP.toString());
        assertThat(new ReportContent(COVER, List.of(cited), List.of(LISTED), List.of()).sections())
                .hasSize(1);
    }

    @Test
    void std101_aQuoteIsNeverAWholeDocument() {
        assertThatThrownBy(() -> new Quote(GAP, GAP, "Policy", 1, "", 0.9, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sectionsStandInTheContractsOrder() {
        var findings = new Section(SectionKind.FINDINGS, List.of());
        var scope = new Section(SectionKind.SCOPE, List.of());

        assertThatThrownBy(() -> new ReportContent(COVER, List.of(findings, scope), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSnapshotIsReadBackAsItWasWritten() throws IOException {
        var quote = new Quote(GAP, GAP, "Policy.pdf", 3, "page 3", 0.91, "Access is reviewed.");
        var finding = new FindingLine(
                "GAP-001",
                "IAC-01",
                "met",
                "low",
                "no_gap",
                6,
                4.5,
                "moderate",
                "",
                "Fine.",
                "",
                "",
                List.of(quote),
                List.of(GAP));
        var zeros = Collections.nCopies(6, Collections.nCopies(6, 0));
        var content = new ReportContent(
                COVER,
                List.of(section(
                        new Block.Heading("Heading"),
                        Block.Paragraph.of(Statement.sourced("Five.", GAP), Statement.limitation("None.")),
                        new Block.KeyFigures(List.of(new Block.KeyFigure("Met", "5", "of 9", List.of(GAP)))),
                        new Block.Table(
                                "Table",
                                List.of(Column.word("Status", 1)),
                                List.of(new Block.Row(List.of("met"), List.of(GAP)))),
                        new Block.Radar("Radar", 5, List.of(new Block.Axis("IAC", "Identity", 1.5, 3)), List.of(GAP)),
                        new Block.Bars(
                                "Bars", List.of(new Block.Bar("IAC", List.of(new Block.Part("met", 3)))), List.of(GAP)),
                        new Block.Heatmap("Heatmap", zeros, List.of(GAP)),
                        new Block.Findings("R-1", "Title", "Text", List.of(finding)),
                        new Block.Citations(List.of(quote)),
                        new Block.Register())),
                List.of(LISTED),
                List.of(new Dataset(
                        "rows",
                        List.of(new Dataset.Field("count", Dataset.Field.Kind.NUMBER)),
                        List.of(List.of("1")))));
        // as the product is configured: nothing is left out, or empty texts come back as null
        var json = ObjectMapper.create(Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"));

        var written = json.writeValueAsBytes(content);

        assertThat(json.readValue(written, ReportContent.class)).isEqualTo(content);
        assertThat(json.writeValueAsBytes(json.readValue(written, ReportContent.class)))
                .isEqualTo(written);
    }

    private static Section section(Block... blocks) {
        return new Section(SectionKind.EXECUTIVE_SUMMARY, Arrays.asList(blocks));
    }

    @Test
    void aContentFromBeforeThereWereEnclosuresHasNone() throws IOException {
        var json = ObjectMapper.create(Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"));
        var content = new ReportContent(COVER, List.of(), List.of(LISTED), List.of());
        var written = json.writeValueAsString(content);
        assertThat(written).contains(",\"enclosed\":[]");

        var older = json.readValue(written.replace(",\"enclosed\":[]", ""), ReportContent.class);

        assertThat(older).isEqualTo(content);
    }
}
