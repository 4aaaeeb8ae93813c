package eu.bekaa.standard.function.catalog;

import static eu.bekaa.standard.function.catalog.CatalogHttp.csv;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogReadTest {
    @Inject
    CatalogHttp catalog;

    @Inject
    Http http;

    private String version = "";

    @BeforeAll
    void aVersion() {
        var run = catalog.imported(
                "read-me",
                csv(
                        "Reading v2",
                        "Governance GOV-01 2.10\n2.9",
                        "Governance GOV-02 2.9",
                        "Access IAC-01 1.1",
                        "Access IAC-02 2.9\n1.1"));
        version = String.valueOf(run.get("scf_version_id"));
    }

    private List<Object> codes(String query) {
        return catalog.list("/scf/versions/" + version + "/controls" + query).stream()
                .map(control -> control.get("control_code"))
                .toList();
    }

    @Test
    void versionsAreListedAndFound() {
        assertThat(catalog.list("/scf/versions"))
                .extracting(one -> one.get("version_label"))
                .contains("read-me");
        assertThat(catalog.body("/scf/versions/" + version))
                .containsEntry("version_label", "read-me")
                .containsEntry("import_status", "succeeded")
                .containsEntry("release_date", null)
                .containsKeys("scf_version_id", "source_hash", "imported_at", "is_synthetic", "trace_id");
        assertThat(catalog.get("/scf/versions/latest").code()).isEqualTo(200);
    }

    @Test
    void domainsComeInTheSourcesOrder() {
        assertThat(catalog.list("/scf/versions/" + version + "/domains"))
                .extracting(domain -> domain.get("domain_code"))
                .containsExactly("GOV", "IAC");
    }

    @Test
    void controlsAreSearchedByEveryFilter() {
        assertThat(codes("")).containsExactly("GOV-01", "GOV-02", "IAC-01", "IAC-02");
        assertThat(codes("?domain_code=IAC")).containsExactly("IAC-01", "IAC-02");
        assertThat(codes("?domain=IAC")).containsExactly("IAC-01", "IAC-02");
        assertThat(codes("?control_code=GOV-02")).containsExactly("GOV-02");
        assertThat(codes("?q=TITLE%20gov-02")).containsExactly("GOV-02");
        assertThat(codes("?q=100%25")).isEmpty();
        assertThat(codes("?tags=protect")).hasSize(4);
        assertThat(codes("?tags=protect,absent")).isEmpty();
    }

    @Test
    void controlPagesEchoTheirPlace() {
        var page = catalog.body("/scf/versions/" + version + "/controls?page=2&limit=3");

        assertThat(page).containsEntry("page", 2).containsEntry("per_page", 3).containsEntry("total", 4);
        assertThat((List<?>) page.get("data")).hasSize(1);
        assertThat(catalog.body("/scf/versions/" + version + "/controls"))
                .containsEntry("page", 1)
                .containsEntry("per_page", 50);
        assertThat(catalog.body("/scf/versions/" + version + "/controls?per_page=1"))
                .containsEntry("per_page", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "limit=0", "limit=201", "limit=x", "page=-1"})
    void pagesOutOfBoundsAreRefused(String query) {
        assertThat(catalog.get("/scf/versions/" + version + "/controls?" + query)
                        .code())
                .isEqualTo(400);
    }

    @Test
    void aControlIsFoundByIdAndByCode() {
        var byCode = catalog.body("/scf/controls/by-code/GOV-01?version=" + version);
        var byId = catalog.body("/scf/controls/" + byCode.get("control_id"));

        assertThat(byId)
                .containsEntry("control_code", "GOV-01")
                .containsEntry("scf_version_id", version)
                .containsEntry("status", "active")
                .containsEntry("tags", List.of("protect"));
        assertThat(catalog.get("/scf/controls/by-code/GOV-01").code()).isEqualTo(400);
        assertThat(Http.error(catalog.get("/scf/controls/by-code/NO-99?version=" + version)))
                .containsEntry("code", "SCF_CONTROL_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scf/versions/%s",
                "/scf/versions/%s/domains",
                "/scf/versions/%s/controls",
                "/scf/controls/%s",
                "/scf/controls/%s/mappings",
                "/scf/frameworks/%s",
                "/scf/frameworks/%s/requirements",
                "/scf/requirements/%s/mappings"
            })
    void whatDoesNotExistIsNotFound(String path) {
        var answer = catalog.get(path.formatted(UUID.randomUUID()));

        assertThat(answer.code()).isEqualTo(404);
        assertThat(Http.error(answer).get("code")).asString().endsWith("_NOT_FOUND");
    }

    @Test
    void std1_readingNeedsCredentialsButNoOrganization() {
        assertThat(http.send(HttpRequest.GET("/api/v1/scf/versions")).code()).isEqualTo(401);
        var machine = catalog.tenant().machine();
        var answer = http.send(catalog.tenant().as(machine, HttpRequest.GET("/api/v1/scf/versions")));
        assertThat(answer.code()).isEqualTo(200);
    }

    @Test
    void maturityCriteriaTellWhichLevelsApply() {
        var accepted = catalog.send(Map.of(
                "source_type", "synthetic_fixture", "version_label", "criteria", "content", FixtureText.OPERATORS));
        catalog.work();
        var fixture = catalog.run(accepted).get("scf_version_id");
        var control =
                catalog.body("/scf/controls/by-code/GOV-01?version=" + fixture).get("control_id");

        assertThat(catalog.list("/scf/controls/" + control + "/maturity-criteria"))
                .extracting(one -> one.get("level"))
                .containsExactly(0, 3);
    }
}
