package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.DemoPolicies;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Lifecycle runs on the running platform: through the real queue, past people at every gate, across a kill -9.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkflowTest {
    private static final String API = "/api/v1";

    @TempDir
    static Path home;

    private static Map<String, String> settings;
    private static RunningPlatform platform;
    private static Api assessor;
    private static Api approver;
    private static LifecycleRuns runs;
    private static Journey journey;
    private static Object version;
    private static Object framework;

    @BeforeAll
    static void aPlatformWithACatalog() throws Exception {
        settings = new TreeMap<>(Map.of(
                "STANDARD_RATE_LIMITS_OTHERS", "100000",
                "STANDARD_RATE_LIMITS_DOCUMENTS", "100000",
                "STANDARD_DEMO", "false"));
        settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
        start();
        version = journey.importWorkbook(StarterCatalog.workbook(), "Starter").get("scf_version_id");
        framework = journey.framework("NIST CSF V1.1").get("framework_id");
    }

    private static void start() throws Exception {
        platform = RunningPlatform.launch(home, settings).awaitReady();
        var organization = platform.environment().get("STANDARD_ORG_ID");
        assessor = platform.signIn(People.ASSESSOR, organization);
        approver = platform.signIn(People.APPROVER, organization);
        runs = new LifecycleRuns(assessor, approver);
        journey = new Journey(platform.signIn(People.ADMIN, organization), assessor, approver, step -> {});
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void std130_oneRunIsActivePerAssessment() {
        var assessment = journey.open("One run", version);
        var first = runs.start(assessment, "key-1");

        assertThat(runs.start(assessment, "key-1")).containsEntry("workflow_run_id", first.get("workflow_run_id"));
        assertThatThrownBy(() -> runs.start(assessment, "key-2")).hasMessageContaining("answered 409");

        approver.post(LifecycleRuns.path(first) + "/cancel", Map.of("reason", "Another one."));
        assertThat(runs.start(assessment, "key-3").get("workflow_run_id")).isNotEqualTo(first.get("workflow_run_id"));
        assertThat((List<?>) assessor.get(API + "/assessments/" + assessment + "/workflows/lifecycle")
                        .get("workflow_runs"))
                .hasSize(2);
    }

    @Test
    @Order(2)
    void std131_aRepeatedSignalChangesNothingAndAnEndedRunTakesNone() {
        var assessment = journey.open("Signals", version);
        var run = runs.start(assessment, "signals");
        runs.waiting(run, "wait_for_documents");
        var blocked = Map.of(
                "signal_type", "assessment_blocked",
                "idempotency_key", "b-1",
                "payload", Map.of("blocked_reason", "The client pauses."));
        assertThat(assessor.post(LifecycleRuns.path(run) + "/signals", blocked)).containsEntry("status", "blocked");
        assertThat(journey.state(assessment)).isEqualTo("blocked");

        var resumed = runs.signal(run, "assessment_resumed", "r-1", Map.of());
        assertThat(resumed.get("status")).isIn("running", "waiting_for_input");
        assertThat(journey.state(assessment)).isEqualTo("draft");
        assertThat(assessor.post(LifecycleRuns.path(run) + "/signals", blocked).get("status"))
                .as("the repeated signal does not block again")
                .isNotEqualTo("blocked");
        assertThat(journey.state(assessment)).isEqualTo("draft");
        assertThatThrownBy(() -> runs.signal(run, "documents_uploaded", "b-1", Map.of()))
                .hasMessageContaining("answered 409");

        assertThatThrownBy(() -> assessor.post(LifecycleRuns.path(run) + "/cancel", Map.of("reason", "No.")))
                .as("a member may not cancel")
                .hasMessageContaining("answered 403");
        assertThat(approver.post(LifecycleRuns.path(run) + "/cancel", Map.of("reason", "By hand.")))
                .containsEntry("status", "cancelled");
        assertThatThrownBy(() -> runs.signal(run, "documents_uploaded", "late", Map.of()))
                .hasMessageContaining("answered 409");
        assertThatThrownBy(() -> assessor.post(LifecycleRuns.path(run) + "/resume", Map.of("reason", "Again.")))
                .hasMessageContaining("answered 409");
    }

    @Test
    @Order(3)
    void std132_aRunWaitsForPeopleAtEveryGateAndSurvivesTheEndOfItsWorker() throws Exception {
        var assessment = journey.open("Whole cycle", version);
        var run = runs.start(assessment, "cycle");
        runs.waiting(run, "wait_for_documents");
        journey.upload(assessment, DemoPolicies.all());
        runs.waiting(run, "wait_for_framework_selection");
        assertThatThrownBy(() -> runs.signal(
                        run,
                        "framework_selected",
                        "f-0",
                        Map.of("framework_id", framework, "scf_version_id", framework)))
                .hasMessageContaining("answered 400");
        runs.signal(run, "framework_selected", "f-1", Map.of("framework_id", framework, "scf_version_id", version));
        platform.kill();
        start();

        assertThat(runs.gate(run, "wait_for_soa_approval")).containsEntry("pending_approval_type", "soa");
        assertThatThrownBy(() -> runs.signal(run, "soa_approved", "s-0", Map.of()))
                .hasMessageContaining("APPROVAL_EVENT_REQUIRED");
        var soa = runs.approve(assessment, "/soa", "soa_version_id", API + "/soa/");
        assertThat(approver.get(API + "/soa/" + soa.version()).get("approved_by"))
                .as("a person approved, not the run")
                .isNotNull();
        assertThat(assessor.post(
                        LifecycleRuns.path(run) + "/signals",
                        Map.of(
                                "signal_type",
                                "soa_approved",
                                "idempotency_key",
                                "s-1",
                                "approval_event_id",
                                soa.approval())))
                .containsKey("status");
        assertThatThrownBy(() -> assessor.post(
                        LifecycleRuns.path(run) + "/signals",
                        Map.of(
                                "signal_type", "gap_analysis_approved",
                                "idempotency_key", "g-0",
                                "approval_event_id", soa.approval())))
                .as("the SoA's approval speaks of nothing else")
                .hasMessageContaining("APPROVAL_EVENT_REQUIRED");

        runs.gate(run, "wait_for_gap_approval");
        runs.approve(assessment, "/gap-analysis", "gap_analysis_version_id", API + "/gap-analysis/");
        runs.gate(run, "wait_for_maturity_approval");
        var maturity = API + "/assessments/" + assessment + "/maturity-versions/";
        runs.approve(assessment, "/maturity-versions", "maturity_assessment_version_id", maturity);
        runs.gate(run, "wait_for_poam_approval");
        runs.approve(assessment, "/poam", "poam_version_id", API + "/poam/");
        runs.gate(run, "wait_for_report_approval");
        runs.approve(assessment, "/reports", "report_version_id", API + "/reports/");

        assertThat(assessor.until(
                        LifecycleRuns.path(run), "status", List.of("completed"), List.of("blocked", "failed")))
                .satisfies(done -> assertThat(Answers.nested(done, "state"))
                        .containsEntry("assessment_state", "closed")
                        .containsEntry("last_successful_step", "close_assessment"));
        assertThat(journey.state(assessment)).isEqualTo("closed");
    }

    @Test
    @Order(4)
    void std133_aRunDraftsOnceAndLeavesATrace() {
        var assessment = journey.open("Whole cycle", version);
        var run = Answers.text(
                Answers.data(Map.of("data", workflowRuns(assessment))).getFirst(), "workflow_run_id");
        for (var kind : List.of("/scopes", "/soa", "/gap-analysis", "/maturity-versions", "/poam", "/reports")) {
            assertThat(Answers.data(assessor.get(API + "/assessments/" + assessment + kind)))
                    .as("one version of " + kind + " in spite of the kill")
                    .hasSize(1);
        }
        var audited = approver.all(API + "/observability/audit?assessment_id=" + assessment).stream()
                .filter(event -> run.equals(event.get("resource_id")))
                .toList();
        assertThat(audited)
                .extracting(event -> event.get("action"))
                .contains(
                        "workflow.started",
                        "workflow.step_completed",
                        "workflow.waiting",
                        "workflow.signalled",
                        "workflow.completed");
        assertThat(audited)
                .filteredOn(event -> "workflow.step_completed".equals(event.get("action")))
                .as("every step once")
                .hasSize(20)
                .allSatisfy(event -> assertThat(event).containsEntry("actor_type", "workflow"));
        assertThat(approver.get("/api/audit/verify")).containsEntry("status", "ok");
    }

    private static Object workflowRuns(String assessment) {
        return assessor.get(API + "/assessments/" + assessment + "/workflows/lifecycle")
                .getOrDefault("workflow_runs", List.of());
    }
}
