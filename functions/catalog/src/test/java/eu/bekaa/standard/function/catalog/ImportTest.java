package eu.bekaa.standard.function.catalog;

import static eu.bekaa.standard.function.catalog.CatalogHttp.WORKBOOK;
import static eu.bekaa.standard.function.catalog.CatalogHttp.object;
import static eu.bekaa.standard.function.catalog.CatalogHttp.statistics;
import static eu.bekaa.standard.function.catalog.CatalogHttp.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Samples;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ImportTest {
    private static final Object[] HEADER = {
        "SCF Domain", "SCF Control", "SCF #", "Control Description", "Relative Control Weighting", "Import v1"
    };

    @Inject
    CatalogHttp catalog;

    private static byte[] small(String sheet) {
        return workbook(
                sheet,
                HEADER,
                new Object[] {"Governance", "Programme", "GOV-01", "Text.", 10, " ID.GV-1\nID.GV-2"},
                new Object[] {"Governance", "Charter", "GOV-02", "Text.", 5, 4.1});
    }

    @Test
    void aWorkbookIsAcceptedLoadedFromTheQueueAndPolled() {
        var accepted = catalog.upload("import-xlsx", small("SCF 2031.1"), "SCF 2031.1.xlsx", WORKBOOK, null);

        assertThat(accepted.code()).isEqualTo(202);
        assertThat(accepted.getHeaders().get("Location")).contains("/admin/scf/import-runs/");
        assertThat(Http.body(accepted))
                .containsEntry("source_filename", "SCF 2031.1.xlsx")
                .containsKey("file_size_bytes");
        assertThat(object(accepted, "import_run")).containsEntry("status", "pending");
        catalog.work();
        var run = catalog.run(accepted);
        assertThat(run)
                .containsEntry("status", "succeeded")
                .containsEntry("progress_percent", 100)
                .containsEntry("version_label", "2031.1")
                .containsEntry("error_summary_safe", null);
        assertThat(run.get("scf_version_id")).isNotNull();
        assertThat(statistics(run))
                .containsEntry("versions", 1)
                .containsEntry("domains", 1)
                .containsEntry("controls", 2)
                .containsEntry("frameworks", 1)
                .containsEntry("requirements", 3)
                .containsEntry("mappings", 3)
                .containsEntry("strm_relationships", 0)
                .containsEntry("synthetic_records", 0);
    }

    @Test
    void warningsNameSheetRowAndColumnAndStayWithTheRun() {
        var accepted = catalog.upload("import-xlsx", small("SCF 2031.2"), "b.xlsx", WORKBOOK, "odd-cells");
        var id = object(accepted, "import_run").get("id");

        var kept = catalog.getAsAdmin("/admin/scf/import-runs/" + id + "/warnings?rule=padded_cell");

        assertThat(Http.body(kept).get("data"))
                .isEqualTo(List.of(Map.of(
                        "rule",
                        "padded_cell",
                        "severity",
                        "notice",
                        "action",
                        "trimmed",
                        "sheet",
                        "SCF 2031.2",
                        "row",
                        2,
                        "column",
                        "F",
                        "message",
                        "Blanks around the text are not read.")));
        assertThat((List<?>) Http.body(accepted).get("warnings")).hasSize(2);
        var paged = Http.body(catalog.getAsAdmin("/admin/scf/import-runs/" + id + "/warnings?limit=1"));
        assertThat((Map<?, ?>) paged.get("pagination")).extracting("has_more").isEqualTo(true);
    }

    @Test
    void aDryRunTellsTheSameAndKeepsNothing() {
        var versions = catalog.list("/scf/versions").size();
        var runs = ((List<?>)
                        Http.body(catalog.getAsAdmin("/admin/scf/import-runs")).get("data"))
                .size();

        var preview = catalog.upload("import-xlsx/dry-run", small("SCF 2031.3"), "c.xlsx", WORKBOOK, "dry");
        var accepted = catalog.upload("import-xlsx", small("SCF 2031.3"), "c.xlsx", WORKBOOK, "wet");

        assertThat(preview.code()).isEqualTo(200);
        assertThat(Http.body(preview)).containsEntry("is_dry_run", true).containsEntry("source_filename", "c.xlsx");
        assertThat(statistics(object(preview, "import_run")))
                .containsEntry("controls", 2)
                .containsEntry("mappings", 3);
        assertThat(Http.body(preview).get("warnings"))
                .isEqualTo(Http.body(accepted).get("warnings"));
        assertThat(Http.body(preview).get("warnings_by_rule"))
                .isEqualTo(Http.body(accepted).get("warnings_by_rule"));
        assertThat((List<?>) Http.body(preview).get("warnings"))
                .hasSize((int) Http.body(preview).get("warning_count"))
                .allSatisfy(finding -> assertThat(finding.toString())
                        .contains("rule=", "severity=", "action=", "sheet=", "row=", "column=", "message="));
        assertThat(catalog.list("/scf/versions")).hasSize(versions);
        assertThat((List<?>)
                        Http.body(catalog.getAsAdmin("/admin/scf/import-runs")).get("data"))
                .hasSize(runs + 1);
    }

    @Test
    void aWorkbookMayComeAsBase64() {
        var accepted = catalog.send(Map.of(
                "source_type",
                "xlsx",
                "source_filename",
                "SCF 2031.4.xlsx",
                "content",
                Base64.getEncoder().encodeToString(small("SCF 2031.4"))));
        catalog.work();

        assertThat(catalog.run(accepted)).containsEntry("status", "succeeded").containsEntry("version_label", "2031.4");
    }

    @Test
    void std16_recordsOfAFixtureAreSynthetic() {
        var accepted = catalog.send(Map.of(
                "source_type", "synthetic_fixture", "version_label", "made-up", "content", FixtureText.OPERATORS));
        catalog.work();
        var run = catalog.run(accepted);

        assertThat(run).containsEntry("status", "succeeded");
        assertThat((int) statistics(run).get("synthetic_records")).isPositive();
        var version = run.get("scf_version_id");
        assertThat(catalog.body("/scf/versions/" + version)).containsEntry("is_synthetic", true);
        assertThat(catalog.list("/scf/versions/" + version + "/domains"))
                .allSatisfy(domain -> assertThat(domain).containsEntry("is_synthetic", true));
    }

    @Test
    void the2022WorkbookComesInOverHttp() throws IOException {
        var file = Files.readAllBytes(Samples.require("scf/Secure Controls Framework (SCF) - 2022.3.xlsx"));

        var accepted = catalog.upload("import-xlsx", file, "SCF 2022.3.xlsx", "application/octet-stream", null);
        catalog.work();

        var run = catalog.run(accepted);
        assertThat(statistics(run))
                .containsEntry("controls", 1_090)
                .containsEntry("domains", 32)
                .containsEntry("frameworks", 192)
                .containsEntry("requirements", 22_678)
                .containsEntry("mappings", 42_756);
        var version = run.get("scf_version_id");
        var framework = catalog.list("/scf/frameworks?scf_version=" + version).stream()
                .filter(one -> one.get("framework_code").equals("NIST CSF V1.1"))
                .findFirst()
                .orElseThrow();
        assertThat(catalog.body(
                        "/scf/frameworks/" + framework.get("framework_id") + "/coverage?scf_version=" + version))
                .containsEntry("requirement_count", 109)
                .containsEntry("official_mapping_count", 170);
    }
}
