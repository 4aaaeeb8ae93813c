package eu.bekaa.standard.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.ControlFilter;
import eu.bekaa.standard.catalog.Controls;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.Mappings;
import eu.bekaa.standard.catalog.MaturityCriterion;
import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.testing.Samples;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class CatalogLoadTest {
    @Inject
    Loads loads;

    @Inject
    Catalog catalog;

    @Inject
    Controls controls;

    @Inject
    Mappings mappings;

    @Test
    void the2022WorkbookIsStoredWhole() {
        var content = ScfWorkbook.read(Samples.require("scf/Secure Controls Framework (SCF) - 2022.3.xlsx"));
        var version =
                loads.load("2022.3", "hash-of-2022.3", SourceType.XLSX, content).scfVersionId();

        assertThat(catalog.version(loads.caller(), version).isSynthetic()).isFalse();
        assertThat(catalog.versions(loads.caller())).contains(catalog.version(loads.caller(), version));
        assertThat(catalog.domains(loads.caller(), version)).hasSize(32);
        assertThat(catalog.controls(loads.caller(), version)).hasSize(1_090);
        assertThat(catalog.frameworks(loads.caller(), version)).hasSize(192);
        var csf = catalog.frameworks(loads.caller(), version).stream()
                .filter(framework -> framework.frameworkCode().equals("NIST CSF V1.1"))
                .map(Framework::frameworkId)
                .findFirst()
                .orElseThrow();
        var coverage = mappings.coverage(loads.caller(), csf, version);
        assertThat(coverage.requirementCount()).isEqualTo(109);
        assertThat(coverage.mappedRequirementCount()).isEqualTo(109);
        assertThat(coverage.officialMappingCount()).isEqualTo(170);
        assertThat(coverage.controlCount()).isEqualTo(119);
        var governance = controls.byCode(loads.caller(), "GOV-01", version);
        assertThat(governance.expectedEvidence())
                .isEqualTo("E-GOV-01 Charter - Cybersecurity Program\nE-GOV-02 Charter - Privacy Program");
        assertThat(controls.criteria(loads.caller(), governance.controlId()))
                .extracting(MaturityCriterion::reachable)
                .containsExactly(true, true, true, true, true, false);
        assertThat(controls.byCode(loads.caller(), "TDA-11.2", version).status())
                .isEqualTo(RecordStatus.DEPRECATED);
        assertThat(catalog.criteria(loads.caller(), version)).hasSize(1_090);
        var window = ControlFilter.Window.of(1, 10, null);
        assertThat(controls.search(
                                loads.caller(),
                                version,
                                ControlFilter.of(null, "GOV", "governance PROGRAM", "identify"),
                                window)
                        .data())
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.tags()).contains("identify"));

        assertThat(loads.load("2022.3", "hash-of-2022.3", SourceType.XLSX, content)
                        .rows())
                .isZero();
        assertThatThrownBy(() -> loads.load("2022.3", "another hash", SourceType.XLSX, content))
                .hasMessage("taken");
    }

    @Test
    void std10_theApplicationCannotChangeWhatAnImportWrote() {
        var version = loads.version("immutable-1", SourceType.XLSX, Loads.csv("Frame I", "1.1"));

        for (var change : List.of(
                "UPDATE scf_control SET control_title = 'x'",
                "DELETE FROM scf_mapping",
                "UPDATE scf_requirement SET requirement_text = 'x'",
                "UPDATE scf_version SET version_label = 'x'")) {
            assertThatThrownBy(() -> loads.execute(change)).hasMessageContaining("denied");
        }
        assertThat(controls.byCode(loads.caller(), "GOV-01", version).controlDescription())
                .isEqualTo("Description \\ of\t0");
    }

    @Test
    void aFailedLoadLeavesNothing() throws SQLException {
        var content = Loads.csv("Frame F", "1.1");
        var broken = new ScfContent(
                null, List.of(), content.controls(), content.frameworks(), List.of(), List.of(), List.of(), Map.of());

        assertThatThrownBy(() -> loads.load("broken-1", "j", SourceType.XLSX, broken))
                .isInstanceOf(RuntimeException.class);

        try (var connection = TestDatabase.instance().owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM scf_version WHERE version_label = 'broken-1'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void newestIsTheLatestReleaseNotTheLatestImport() {
        var now = Instant.parse("2026-11-21T07:00:00Z");
        assertThat(CatalogLoad.releaseOrder("2022.3", now)).isGreaterThan(CatalogLoad.releaseOrder("2018.1", now));
        assertThat(CatalogLoad.releaseOrder("SCF 2022.2.1", now)).isEqualTo(2_022_002);
        assertThat(CatalogLoad.releaseOrder("my own", now)).isGreaterThan(CatalogLoad.releaseOrder("2025.4", now));
    }

    @Test
    void anUnknownVersionIsNotFound() {
        assertThatThrownBy(() -> catalog.version(loads.caller(), new UUID(1, 1)))
                .isInstanceOf(Refusal.class);
    }
}
