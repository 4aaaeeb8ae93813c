package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Lifecycle runs, and the two people who feed them and decide at their gates.
record LifecycleRuns(Api assessor, Api approver) {
    private static final String API = "/api/v1";
    private static final long GLANCE = 200_000_000;
    private static final List<String> ENDS = List.of("blocked", "failed", "cancelled", "completed");

    /// A version and the decision on it.
    record Decided(String version, String approval) {}

    /// One person submits the run's draft, another approves it.
    Decided approve(String assessment, String list, String idField, String path) {
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

    /// The run as it was started, or was already under that key.
    Map<String, Object> start(String assessment, String key) {
        return assessor.post(
                API + "/assessments/" + assessment + "/workflows/lifecycle/start", Map.of("idempotency_key", key));
    }

    Map<String, Object> signal(Map<String, Object> run, String type, String key, Map<String, ?> payload) {
        return assessor.post(
                path(run) + "/signals", Map.of("signal_type", type, "idempotency_key", key, "payload", payload));
    }

    void waiting(Map<String, Object> run, String step) {
        standing(run, step, "waiting_for_input");
    }

    static String path(Map<String, Object> run) {
        return API + "/workflows/" + Answers.text(run, "workflow_run_id");
    }

    Map<String, Object> gate(Map<String, Object> run, String step) {
        return standing(run, step, "waiting_for_approval");
    }

    /// The run's state, once it waits at the step.
    private Map<String, Object> standing(Map<String, Object> run, String step, String status) {
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
