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
import java.util.concurrent.locks.LockSupport;
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
    private static final long GLANCE = 200_000_000;
    private static final List<String> ENDS = List.of("blocked", "failed", "cancelled", "completed");

    @TempDir
    static Path home;

    private static Map<String, String> settings;
    private static RunningPlatform platform;
    private static Api assessor;
    private static Api approver;
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
        var first = run(assessment, "key-1");

        assertThat(run(assessment, "key-1")).containsEntry("workflow_run_id", first.get("workflow_run_id"));
        assertThatThrownBy(() -> run(assessment, "key-2")).hasMessageContaining("answered 409");

        approver.post(path(first) + "/cancel", Map.of("reason", "Another one."));
        assertThat(run(assessment, "key-3").get("workflow_run_id")).isNotEqualTo(first.get("workflow_run_id"));
        assertThat((List<?>) assessor.get(API + "/assessments/" + assessment + "/workflows/lifecycle")
                        .get("workflow_runs"))
                .hasSize(2);
    }

    @Test
    @Order(2)
    void std131_aRepeatedSignalChangesNothingAndAnEndedRunTakesNone() {
        var assessment = journey.open("Signals", version);
        var run = run(assessment, "signals");
        waiting(run, "wait_for_documents");
        var blocked = Map.of(
                "signal_type", "assessment_blocked",
                "idempotency_key", "b-1",
                "payload", Map.of("blocked_reason", "The client pauses."));
        assertThat(assessor.post(path(run) + "/signals", blocked)).containsEntry("status", "blocked");
        assertThat(journey.state(assessment)).isEqualTo("blocked");

        var resumed = signal(run, "assessment_resumed", "r-1", Map.of());
        assertThat(resumed.get("status")).isIn("running", "waiting_for_input");
        assertThat(journey.state(assessment)).isEqualTo("draft");
        assertThat(assessor.post(path(run) + "/signals", blocked).get("status"))
                .as("the repeated signal does not block again")
                .isNotEqualTo("blocked");
        assertThat(journey.state(assessment)).isEqualTo("draft");
        assertThatThrownBy(() -> signal(run, "documents_uploaded", "b-1", Map.of()))
                .hasMessageContaining("answered 409");

        assertThatThrownBy(() -> assessor.post(path(run) + "/cancel", Map.of("reason", "No.")))
                .as("a member may not cancel")
                .hasMessageContaining("answered 403");
        assertThat(approver.post(path(run) + "/cancel", Map.of("reason", "By hand.")))
                .containsEntry("status", "cancelled");
        assertThatThrownBy(() -> signal(run, "documents_uploaded", "late", Map.of()))
                .hasMessageContaining("answered 409");
        assertThatThrownBy(() -> assessor.post(path(run) + "/resume", Map.of("reason", "Again.")))
                .hasMessageContaining("answered 409");
    }

    @Test
    @Order(3)
    void std132_aRunWaitsForPeopleAtEveryGateAndSurvivesTheEndOfItsWorker() throws Exception {
        var assessment = journey.open("Whole cycle", version);
        var run = run(assessment, "cycle");
        waiting(run, "wait_for_documents");
        journey.upload(assessment, DemoPolicies.all());
        waiting(run, "wait_for_framework_selection");
        assertThatThrownBy(() -> signal(
                        run,
                        "framework_selected",
                        "f-0",
                        Map.of("framework_id", framework, "scf_version_id", framework)))
                .hasMessageContaining("answered 400");
        signal(run, "framework_selected", "f-1", Map.of("framework_id", framework, "scf_version_id", version));
        platform.kill();
        start();

        assertThat(gate(run, "wait_for_soa_approval")).containsEntry("pending_approval_type", "soa");
        assertThatThrownBy(() -> signal(run, "soa_approved", "s-0", Map.of()))
                .hasMessageContaining("APPROVAL_EVENT_REQUIRED");
        var soa = approve(assessment, "/soa", "soa_version_id", API + "/soa/");
        assertThat(approver.get(API + "/soa/" + soa.version()).get("approved_by"))
                .as("a person approved, not the run")
                .isNotNull();
        assertThat(assessor.post(
                        path(run) + "/signals",
                        Map.of(
                                "signal_type",
                                "soa_approved",
                                "idempotency_key",
                                "s-1",
                                "approval_event_id",
                                soa.approval())))
                .containsKey("status");
        assertThatThrownBy(() -> assessor.post(
                        path(run) + "/signals",
                        Map.of(
                                "signal_type", "gap_analysis_approved",
                                "idempotency_key", "g-0",
                                "approval_event_id", soa.approval())))
                .as("the SoA's approval speaks of nothing else")
                .hasMessageContaining("APPROVAL_EVENT_REQUIRED");

        gate(run, "wait_for_gap_approval");
        approve(assessment, "/gap-analysis", "gap_analysis_version_id", API + "/gap-analysis/");
        gate(run, "wait_for_maturity_approval");
        var maturity = API + "/assessments/" + assessment + "/maturity-versions/";
        approve(assessment, "/maturity-versions", "maturity_assessment_version_id", maturity);
        gate(run, "wait_for_poam_approval");
        approve(assessment, "/poam", "poam_version_id", API + "/poam/");
        gate(run, "wait_for_report_approval");
        approve(assessment, "/reports", "report_version_id", API + "/reports/");

        assertThat(assessor.until(path(run), "status", List.of("completed"), List.of("blocked", "failed")))
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

    private record Decided(String version, String approval) {}

    /// One person submits the run's draft, another approves it.
    private static Decided approve(String assessment, String list, String idField, String path) {
        var id = Answers.text(
                Answers.data(assessor.get(API + "/assessments/" + assessment + list))
                        .getLast(),
                idField);
        assessor.post(path + id + "/submit-review", Map.of());
        var approval = Answers.data(approver.get(API + "/assessments/" + assessment + "/approvals")).stream()
                .filter(candidate -> id.equals(candidate.get("target_id")))
                .map(candidate -> Answers.text(candidate, "approval_id"))
                .findFirst()
                .orElseThrow();
        approver.post(API + "/approvals/" + approval + "/approve", Map.of("reason", "Reviewed."));
        approver.post(path + id + "/approve", Map.of("approval_event_id", approval));
        return new Decided(id, approval);
    }

    private static Map<String, Object> run(String assessment, String key) {
        return assessor.post(
                API + "/assessments/" + assessment + "/workflows/lifecycle/start", Map.of("idempotency_key", key));
    }

    private static Map<String, Object> signal(
            Map<String, Object> run, String type, String key, Map<String, ?> payload) {
        return assessor.post(
                path(run) + "/signals", Map.of("signal_type", type, "idempotency_key", key, "payload", payload));
    }

    private static String path(Map<String, Object> run) {
        return API + "/workflows/" + Answers.text(run, "workflow_run_id");
    }

    private static void waiting(Map<String, Object> run, String step) {
        standing(run, step, "waiting_for_input");
    }

    private static Map<String, Object> gate(Map<String, Object> run, String step) {
        return standing(run, step, "waiting_for_approval");
    }

    /// The run's state, once it waits at the step.
    private static Map<String, Object> standing(Map<String, Object> run, String step, String status) {
        for (int look = 0; look < 600; look++) {
            var state = Answers.nested(assessor.until(path(run), "status", List.of(status), ENDS), "state");
            if (step.equals(state.get("current_step"))) {
                return state;
            }
            LockSupport.parkNanos(GLANCE);
        }
        throw new IllegalStateException("The run did not come to " + step + ": " + assessor.get(path(run)));
    }
}
