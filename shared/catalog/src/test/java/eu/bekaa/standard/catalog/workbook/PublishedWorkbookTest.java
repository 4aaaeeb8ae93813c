package eu.bekaa.standard.catalog.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Control;
import eu.bekaa.standard.catalog.source.ScfContent.Framework;
import eu.bekaa.standard.catalog.source.ScfContent.Hazard;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.testing.Samples;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published workbooks, against figures counted by other means.
class PublishedWorkbookTest {
    private static Path published(String release) {
        return Samples.require("scf/Secure Controls Framework (SCF) - " + release + ".xlsx");
    }

    private static Framework framework(ScfContent content, String code) {
        return content.frameworks().stream()
                .filter(framework -> framework.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<SourceWarning> warnings(ScfContent content, Rule rule) {
        return content.warnings().stream()
                .filter(warning -> warning.rule() == rule)
                .toList();
    }

    private static long count(ScfContent content, Rule rule) {
        return warnings(content, rule).size();
    }

    @ParameterizedTest
    @CsvSource({
        "2018.1, 747, 102, 10945, 15, 116",
        "2020.4, 874, 135, 19448, 14, 148",
        "2021.1, 968, 149, 23866, 14, 162",
        "2022.3, 1090, 192, 42756, 18, 209"
    })
    void everyReleaseGivesTheFiguresOfItsOwnCount(
            String release, int controls, int columns, int pairs, int first, int last) throws Exception {
        var content = ScfWorkbook.read(published(release));

        assertThat(content.controls().size()).isEqualTo(controls);
        assertThat(content.domains().size()).isEqualTo(32);
        assertThat(content.frameworks().size()).isEqualTo(columns);
        assertThat(content.mappingCount()).isEqualTo(pairs);
        var raw = new RawWorkbook(published(release));
        assertThat(raw.controls()).isEqualTo(controls);
        assertThat(last - first + 1).isEqualTo(columns);
        assertThat(raw.header(first)).isEqualTo(content.frameworks().getFirst().name());
        assertThat(raw.header(last)).isEqualTo(content.frameworks().getLast().name());
        assertThat(raw.pairs(first, last)).isEqualTo(pairs);
        assertThat(content.release()).isEqualTo(release.equals("2018.1") ? null : release);
    }

    @Test
    void the2022WorkbookIsReadWhole() {
        var content = ScfWorkbook.read(published("2022.3"));

        assertThat(content.requirementCount()).isEqualTo(22_678);
        assertThat(content.evidenceRequests()).hasSize(177);
        assertThat(content.hazards().stream().filter(hazard -> hazard.kind() == Hazard.Kind.RISK))
                .hasSize(32);
        assertThat(content.hazards().stream().filter(hazard -> hazard.kind() == Hazard.Kind.THREAT))
                .hasSize(25);
        var governance = content.controls().getFirst();
        assertThat(governance.code()).isEqualTo("GOV-01");
        assertThat(governance.title()).isEqualTo("Security & Privacy Governance Program");
        assertThat(governance.domainCode()).isEqualTo("GOV");
        assertThat(governance.weight()).isEqualTo(10.0);
        assertThat(governance.question()).startsWith("Does the organization");
        assertThat(governance.criteria()).hasSize(6);
        assertThat(governance.criteria().get(5)).startsWith("See SP-CMM4.");
        assertThat(governance.evidenceRequests()).containsExactly("E-GOV-01", "E-GOV-02");
        assertThat(governance.tags()).contains("identify", "scrm-tier-1", "scrm-tier-2", "scrm-tier-3");
        assertThat(governance.risks()).hasSize(32).startsWith("R-AC-1");
        assertThat(governance.threats()).containsExactly("NT-7", "MT-1", "MT-2", "MT-7", "MT-8", "MT-9", "MT-11");
        assertThat(content.controls()).allSatisfy(control -> {
            assertThat(control.criteria()).hasSize(6);
            assertThat(control.weight()).isNotNull();
            assertThat(control.question()).isNotBlank();
        });
        assertThat(content.controls().stream()
                        .flatMap(control -> control.evidenceRequests().stream())
                        .count())
                .isEqualTo(411);
    }

    @Test
    void theFrameworksOfThe2022WorkbookKnowTheirPublishers() {
        var content = ScfWorkbook.read(published("2022.3"));

        var csf = framework(content, "NIST CSF V1.1");
        assertThat(csf.name()).isEqualTo("NIST CSF v1.1");
        assertThat(csf.publisher()).isEqualTo("NIST");
        assertThat(csf.version()).isEqualTo("1.1 (Apr 19)");
        assertThat(csf.requirements()).hasSize(109);
        assertThat(csf.mappings()).hasSize(170);
        assertThat(framework(content, "PCIDSS V3.2").publisher()).isEqualTo("PCI SSC");
        var iso = framework(content, "ISO 27002 V2022");
        assertThat(iso.requirements().stream().map(ScfContent.Requirement::code))
                .containsSubsequence("5.1", "5.2", "5.9", "5.10", "8.9", "8.10");
    }

    @Test
    void everyMappedPairOfTheCsfStandsInTheWorkbook() throws Exception {
        var content = ScfWorkbook.read(published("2022.3"));
        var raw = new RawWorkbook(published("2022.3"));

        var pairs = framework(content, "NIST CSF V1.1").mappings().stream()
                .map(mapping -> List.of(mapping.controlCode(), mapping.requirementCode()))
                .collect(Collectors.toSet());

        assertThat(raw.header(70)).isEqualTo("NIST CSF v1.1");
        assertThat(pairs).isEqualTo(raw.pairs(70));
    }

    /// The traps that the publisher's files hold, with the figures that were counted by other means, and no others.
    @Test
    void everyTrapIsToldWithItsPlaceAndNothingElse() {
        var content = ScfWorkbook.read(published("2022.3"));

        assertThat(content.warningsByRule())
                .containsOnlyKeys(
                        "number_cell",
                        "padded_cell",
                        "padded_line",
                        "repeated_reference",
                        "formula_column",
                        "header_white_space",
                        "domain_spelling",
                        "domain_code_mismatch",
                        "level_not_reachable",
                        "evidence_only_on_control",
                        "evidence_only_on_list",
                        "source_name_differs",
                        "source_missing");
        assertThat(content.warningCount()).isEqualTo(content.warnings().size());
        assertThat(warnings(content, Rule.LEVEL_NOT_REACHABLE))
                .extracting(SourceWarning::message)
                .anyMatch(message -> message.startsWith("653 of 1090") && message.contains("level 1"))
                .anyMatch(message -> message.startsWith("971 of 1090") && message.contains("level 5"));
        assertThat(warnings(content, Rule.EVIDENCE_ONLY_ON_CONTROL))
                .extracting(warning -> warning.message().split(",")[0])
                .containsExactlyInAnyOrder(
                        "AST-23 names E-TPM-01", "BCD-11.2 names E-BCM-13", "TPM-04.4 names E-AST-23");
        assertThat(warnings(content, Rule.EVIDENCE_ONLY_ON_LIST))
                .extracting(warning -> warning.message().split(",")[0])
                .containsExactlyInAnyOrder("E-BCM-13 names control BCD-11.1", "E-TPM-01 names control TPM-01");
        assertThat(warnings(content, Rule.NUMBER_CELL))
                .extracting(SourceWarning::severity)
                .containsOnly(SourceWarning.Severity.WARNING);
        assertThat(warnings(content, Rule.PADDED_CELL))
                .extracting(SourceWarning::action)
                .containsOnly(SourceWarning.Treatment.TRIMMED);
    }

    @Test
    void oddCellsAreToldOneByOne() {
        var content = ScfWorkbook.read(published("2022.3"));

        assertThat(count(content, Rule.PADDED_CELL)).isEqualTo(1_664);
        assertThat(count(content, Rule.PADDED_LINE)).isEqualTo(69);
        assertThat(count(content, Rule.REPEATED_REFERENCE)).isEqualTo(50);
        assertThat(count(content, Rule.NUMBER_CELL)).isEqualTo(74);
        assertThat(count(content, Rule.FORMULA_COLUMN)).isEqualTo(3);
        assertThat(count(content, Rule.SOURCE_NAME_DIFFERS)).isEqualTo(26);
        assertThat(count(content, Rule.DOMAIN_CODE_MISMATCH)).isEqualTo(1);
        assertThat(warnings(content, Rule.DOMAIN_SPELLING))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("Physical & Environmental Security"));
        assertThat(count(content, Rule.EVIDENCE_ONLY_ON_CONTROL)).isEqualTo(3);
        assertThat(count(content, Rule.EVIDENCE_ONLY_ON_LIST)).isEqualTo(2);
        assertThat(content.warnings()).allSatisfy(warning -> {
            assertThat(warning.sheet()).isNotBlank();
            assertThat(warning.row()).isPositive();
            assertThat(warning.column()).matches("[A-Z]{1,3}");
        });
    }

    @Test
    void numbersComeBackAsTheyWereTyped() {
        var pci = framework(ScfWorkbook.read(published("2022.3")), "PCIDSS V3.2");

        assertThat(pci.requirements())
                .allSatisfy(requirement -> assertThat(requirement.code()).doesNotContain("0000", "9999"));
    }

    @Test
    void a2018WorkbookHasNoQuestionsAndNoMaturityCriteria() {
        var content = ScfWorkbook.read(published("2018.1"));

        assertThat(content.controls()).allSatisfy(control -> {
            assertThat(control.question()).isNull();
            assertThat(control.criteria()).isEmpty();
            assertThat(control.functionGrouping()).isNull();
            assertThat(control.weight()).isNotNull();
        });
    }

    @Test
    void twoColumnsWithOneHeaderStayTwoFrameworks() {
        var content = ScfWorkbook.read(published("2020.4"));

        assertThat(count(content, Rule.DUPLICATE_HEADER)).isEqualTo(1);
        assertThat(framework(content, "US FEDRAMP (MODERATE)").mappings()).isNotEmpty();
        assertThat(framework(content, "US FEDRAMP (MODERATE) #2").mappings()).isNotEmpty();
        assertThat(count(content, Rule.SOURCES_UNLINKED)).isEqualTo(1);
    }

    @Test
    void std11_aFrameworkIsTheSameWhateverItsBracketsAndBlanks() {
        var earlier = codes(ScfWorkbook.read(published("2021.1")));
        var later = codes(ScfWorkbook.read(published("2022.3")));

        assertThat(earlier).contains("US FEDRAMP (LOW)", "NIST 800-53 REV5 (HIGH)", "NIST 800-171 REV 2");
        assertThat(later).contains("US FEDRAMP (LOW)", "NIST 800-53 REV5 (HIGH)", "NIST 800-171 REV 2");
    }

    private static HashSet<String> codes(ScfContent content) {
        return content.frameworks().stream().map(Framework::code).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void everyControlOfTheSourceHasACodeOfItsOwn() {
        assertThat(ScfWorkbook.read(published("2021.1")).controls().stream().map(Control::code))
                .doesNotHaveDuplicates();
    }
}
