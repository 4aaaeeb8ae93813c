package eu.bekaa.standard.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Mappings;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class VersionsTest {
    @Inject
    Loads loads;

    @Inject
    Catalog catalog;

    @Inject
    Mappings mappings;

    @Test
    void std11_frameworksAndRequirementsAreSharedBetweenVersions() {
        var one = loads.version("shared-1", SourceType.XLSX, Loads.csv("Frame [A]", "1.1\n1.2"));
        var two = loads.version("shared-2", SourceType.XLSX, Loads.csv("FRAME (A)", "1.2\n1.10"));

        assertThat(loads.framework(one)).isEqualTo(loads.framework(two));
        assertThat(catalog.requirements(loads.caller(), loads.framework(one)))
                .extracting(Requirement::requirementCode)
                .containsExactly("1.1", "1.2", "1.10");
    }

    @Test
    void std17_aLaterImportAddsNoRequirementToAnEarlierVersion() {
        var one = loads.version("pinned-1", SourceType.XLSX, Loads.csv("Frame P", "1.1"));
        var two = loads.version("pinned-2", SourceType.XLSX, Loads.csv("Frame P", "1.2"));

        assertThat(loads.codes(one, loads.framework(one))).containsExactly("1.1");
        assertThat(loads.codes(two, loads.framework(one))).containsExactly("1.1", "1.2");
    }

    @Test
    void std12_aRequirementThatAVersionLeavesOutIsReportedUnmapped() {
        loads.version("unmapped-1", SourceType.XLSX, Loads.csv("Frame U", "1.1\n1.2"));
        var two = loads.version("unmapped-2", SourceType.XLSX, Loads.csv("Frame U", "1.1"));

        var requirements = catalog.requirements(loads.caller(), two, loads.framework(two));

        assertThat(requirements).hasSize(2);
        assertThat(requirements.getLast().requirement().requirementCode()).isEqualTo("1.2");
        assertThat(requirements.getLast().mappings()).isEmpty();
        var coverage = mappings.coverage(loads.caller(), loads.framework(two), two);
        assertThat(coverage.requirementCount()).isEqualTo(2);
        assertThat(coverage.mappedRequirementCount()).isEqualTo(1);
    }

    @Test
    void std16_whatOnlyAFixtureStatesIsNoRequirementOfARealVersion() {
        var fixture = loads.version("fixture-1", SourceType.SYNTHETIC_FIXTURE, Loads.csv("Frame S", "1.1\n1.2"));
        var real = loads.version("real-1", SourceType.XLSX, Loads.csv("Frame S", "1.1"));

        assertThat(loads.codes(fixture, loads.framework(fixture))).containsExactly("1.1", "1.2");
        assertThat(loads.codes(real, loads.framework(fixture))).containsExactly("1.1");
        assertThat(catalog.framework(loads.caller(), loads.framework(fixture)).isSynthetic())
                .isFalse();
        assertThat(catalog.version(loads.caller(), fixture).isSynthetic()).isTrue();
        assertThat(catalog.controls(loads.caller(), fixture))
                .allSatisfy(control -> assertThat(control.isSynthetic()).isTrue());
    }

    @Test
    void crossMappingCountsControlsOfBoth() {
        var text = """
                SCF Domain,SCF Control,SCF #,Control Description,Frame X1,Frame X2
                Governance,One,GOV-01,Text.,1,a
                Governance,Two,GOV-02,Text.,1,
                Governance,Three,GOV-03,Text.,,b
                """;
        var version = loads.version("cross-1", SourceType.XLSX, ScfWorkbook.readCsv(text));
        var frameworks = catalog.frameworks(loads.caller(), version);

        var cross = mappings.cross(
                loads.caller(),
                frameworks.get(0).frameworkId(),
                frameworks.get(1).frameworkId(),
                version);

        assertThat(cross.shared()).isEqualTo(1);
        assertThat(cross.onlyInA()).isEqualTo(1);
        assertThat(cross.onlyInB()).isEqualTo(1);
        assertThat(cross.overlapPercentage()).isEqualTo(33.33);
    }
}
