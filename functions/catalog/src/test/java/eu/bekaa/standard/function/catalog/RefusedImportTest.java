package eu.bekaa.standard.function.catalog;

import static eu.bekaa.standard.function.catalog.CatalogHttp.WORKBOOK;
import static eu.bekaa.standard.function.catalog.CatalogHttp.csv;
import static eu.bekaa.standard.function.catalog.CatalogHttp.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class RefusedImportTest {
    @Inject
    CatalogHttp catalog;

    private static byte[] good() {
        return workbook(
                "SCF 2032.1",
                new Object[] {"SCF Domain", "SCF Control", "SCF #", "Control Description", "Frame"},
                new Object[] {"Governance", "Programme", "GOV-01", "Text.", "1.1"});
    }

    private static void isInvalid(HttpResponse<Map<String, Object>> answer, String because) {
        assertThat(answer.code()).isEqualTo(400);
        assertThat(Http.error(answer)).containsEntry("code", "VALIDATION_ERROR");
        assertThat(Http.error(answer).get("message")).asString().contains(because);
    }

    private void isRefused(byte[] file, String type, String because) {
        var runs = catalog.getAsAdmin("/admin/scf/import-runs").body();
        isInvalid(catalog.upload("import-xlsx", file, "x.xlsx", type, null), because);
        isInvalid(catalog.upload("import-xlsx/dry-run", file, "x.xlsx", type, null), because);
        assertThat(Http.body(catalog.getAsAdmin("/admin/scf/import-runs")).get("data"))
                .isEqualTo(Objects.requireNonNull(runs).get("data"));
    }

    @Test
    void std15_anEmptyFileIsRefused() {
        isRefused(new byte[0], WORKBOOK, "");
    }

    @Test
    void std15_aFileThatIsNoZipIsRefused() {
        isRefused("SCF Domain,SCF #".getBytes(StandardCharsets.UTF_8), WORKBOOK, "ZIP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/pdf", "application/zip"})
    void std15_aFileSentAsSomethingElseIsRefused(String type) {
        isRefused(good(), type, type);
    }

    @Test
    void std15_aFileOverFiftyMegabytesIsRefused() {
        var large = new byte[51 << 20];
        System.arraycopy(good(), 0, large, 0, 4);
        var answer = catalog.upload("import-xlsx", large, "x.xlsx", WORKBOOK, null);
        if (Http.isBehindGateway()) {
            assertThat(answer.code()).isEqualTo(413);
        } else {
            isInvalid(answer, "50 MB");
        }
    }

    @Test
    void aTruncatedWorkbookIsRefused() {
        var whole = good();
        isRefused(Arrays.copyOf(whole, whole.length / 2), WORKBOOK, "cannot be read");
    }

    @Test
    void aWorkbookWithoutAControlSheetIsRefused() {
        isRefused(workbook("Budget", new Object[] {"Item", "Cost"}), WORKBOOK, "No sheet");
    }

    @Test
    void aControlSheetWithoutItsColumnsIsRefused() {
        isRefused(
                workbook("SCF 2032.2", new Object[] {"SCF Control", "SCF #"}, new Object[] {"One", "GOV-01"}),
                WORKBOOK,
                "SCF Domain");
    }

    @Test
    void anUploadWithoutAFileIsRefused() {
        isInvalid(catalog.send(Map.of("source_type", "csv")), "");
    }

    @Test
    void oscalIsRefusedInAClearWord() {
        isInvalid(catalog.send(Map.of("source_type", "oscal_json", "content", "{}")), "oscal_json");
    }

    @Test
    void anUnknownSourceTypeIsRefused() {
        isInvalid(catalog.send(Map.of("source_type", "pdf", "content", "x")), "");
    }

    @Test
    void std6_anUnknownFieldIsRefused() {
        isInvalid(
                catalog.send(Map.of("source_type", "csv", "content", csv("F", "Governance GOV-01 1"), "surprise", 1)),
                "");
    }

    @Test
    void std13_aWordThatIsNoOperatorIsRefused() {
        var content = FixtureText.OPERATORS.replace("\"direct\"", "\"source_defined\"");
        isInvalid(catalog.send(Map.of("source_type", "synthetic_fixture", "content", content)), "source_defined");
    }

    @Test
    void aFixtureThatContradictsItselfIsRefused() {
        var content = FixtureText.OPERATORS.replace("\"control_code\": \"GOV-02\"", "\"control_code\": \"GOV-09\"");
        isInvalid(catalog.send(Map.of("source_type", "synthetic_fixture", "content", content)), "GOV-09");
    }

    @Test
    void onlyPlatformAdministratorsImport() {
        var tenant = catalog.tenant();
        var request = Map.of("source_type", "csv", "content", csv("F", "Governance GOV-01 1"));

        for (var caller : List.of(tenant.owner(), tenant.assessor(), tenant.viewer())) {
            assertThat(catalog.send(caller, request).code()).isEqualTo(403);
        }
        assertThat(Http.error(catalog.send(tenant.machine(), request))).containsEntry("code", "INSUFFICIENT_SCOPE");
        assertThat(catalog.get("/admin/scf/import-runs").code()).isEqualTo(403);
    }

    @Test
    void hostileTextsAreKeptAsTexts() {
        var text = csv("Frame <b>'; DROP TABLE scf_control; --</b>", "Gov'--<script>alert(1)</script> GOV-01 1.1");
        var run = catalog.imported("hostile '; DELETE <i>", text);

        assertThat(run).containsEntry("status", "succeeded").containsEntry("version_label", "hostile '; DELETE <i>");
        var domains = catalog.list("/scf/versions/" + run.get("scf_version_id") + "/domains");
        assertThat(domains.getFirst()).containsEntry("domain_name", "Gov'--<script>alert(1)</script>");
    }

    @Test
    void std41_malwareIsNeitherReadNorKept() {
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        var infected = Arrays.copyOf(good(), good().length + eicar.length());
        System.arraycopy(eicar.getBytes(StandardCharsets.US_ASCII), 0, infected, good().length, eicar.length());
        var runs = catalog.getAsAdmin("/admin/scf/import-runs").body();
        for (var route : List.of("import-xlsx", "import-xlsx/dry-run")) {
            var answer = catalog.upload(route, infected, "x.xlsx", WORKBOOK, null);
            assertThat(answer.code()).isEqualTo(422);
            assertThat(Http.error(answer)).containsEntry("code", "MALWARE_DETECTED");
        }
        assertThat(Http.body(catalog.getAsAdmin("/admin/scf/import-runs")).get("data"))
                .isEqualTo(Objects.requireNonNull(runs).get("data"));
    }
}
