package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.DemoPolicies;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The running API against its own OpenAPI document, judged by a tool that is not ours: people work through Prism,
/// which turns every request and answer that the document does not allow into an error.
class ContractTest {
    @TempDir
    static Path home;

    private static RunningPlatform platform;
    private static Prism prism;

    @BeforeAll
    static void prismBeforeThePlatform() throws Exception {
        var settings = new TreeMap<String, String>();
        settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
        settings.put("STANDARD_DEMO", "false");
        settings.put("STANDARD_RATE_LIMITS_OTHERS", "100000");
        settings.put("STANDARD_RATE_LIMITS_DOCUMENTS", "100000");
        platform = RunningPlatform.launch(home, settings).awaitReady();
        prism = Prism.before(URI.create(platform.environment().get("STANDARD_URL")));
    }

    @AfterAll
    static void stop() {
        if (prism != null) {
            prism.close();
        }
        platform.close();
    }

    private static Api through(URI address, People person) {
        var environment = platform.environment();
        return Api.signIn(
                address,
                JsonMapper.createDefault(),
                environment.get("STANDARD_ORG_ID"),
                environment.get(person.emailVariable()),
                environment.get(person.passwordVariable()));
    }

    @Test
    void everyAnswerOfTheThreadIsAsTheDocumentSays() {
        var direct = URI.create(platform.environment().get("STANDARD_URL"));
        var admin = through(direct, People.ADMIN);
        var uploading = new Journey(admin, through(direct, People.ASSESSOR), through(direct, People.APPROVER), s -> {});
        var assessor = through(prism.address(), People.ASSESSOR);
        var approver = through(prism.address(), People.APPROVER);
        var journey = new Journey(admin, assessor, approver, step -> {});

        var version =
                uploading.importWorkbook(StarterCatalog.workbook(), "Starter").get("scf_version_id");
        var framework = journey.framework("NIST CSF V1.1").get("framework_id");
        var assessment = journey.open("By the document", version);
        uploading.upload(assessment, DemoPolicies.all());
        journey.choose(assessment, framework);
        var scope = journey.scope(assessment, Map.of("title", "All", "description", "Everything."));
        var soa = journey.agreeSoa(assessment, journey.draftSoa(assessment, framework, version, scope.id()));
        var gaps = journey.gaps(assessment, soa.id());
        var maturity = journey.maturity(assessment);
        var plan = journey.plan(assessment, gaps.id(), maturity.id());
        journey.close(assessment, uploading.report(assessment, "By the document"));

        for (var path : List.of(
                "/api/v1/assessments/" + assessment + "/lifecycle/events",
                "/api/v1/assessments/" + assessment + "/compliance-gate",
                "/api/v1/assessments/" + assessment + "/roc-summary",
                "/api/v1/assessments/" + assessment + "/documents",
                "/api/v1/assessments/" + assessment + "/approvals",
                "/api/v1/assessments/" + assessment + "/artifacts",
                soa.path() + "/items",
                gaps.path() + "/findings",
                gaps.path() + "/summary",
                maturity.path() + "/scores",
                plan.path() + "/items",
                plan.path() + "/summary",
                "/api/v1/kb/stats?assessment_id=" + assessment,
                "/api/v1/scf/frameworks",
                "/api/v1/organizations",
                "/api/v1/api-keys",
                "/api/v1/observability/audit",
                "/api/v1/observability/metrics",
                "/api/v1/observability/health")) {
            assertThat(approver.get(path)).as(path).isNotEmpty();
        }
        assertThat(assessor.get("/api/v1/assessments/" + assessment)).containsEntry("state", "closed");
    }

    @Test
    void whatTheDocumentForbidsIsSeenByPrism() {
        var assessor = through(prism.address(), People.ASSESSOR);
        assertThatThrownBy(() -> assessor.post("/api/v1/assessments", Map.of("name", 7)))
                .as("a name is no number: the judge itself works")
                .hasMessageContaining("answered 4");
    }
}
