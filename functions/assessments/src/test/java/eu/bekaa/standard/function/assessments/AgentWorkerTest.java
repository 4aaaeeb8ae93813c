package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to messages and workers, a run is done once, or not at all.
@MicronautTest(transactional = false)
class AgentWorkerTest {
    private final AgentDesk desk;

    AgentWorkerTest(AgentDesk desk) {
        this.desk = desk;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void aMessageThatComesAgainDoesNothing(int times) {
        var place = desk.evidenced(Shelf.ACCESS);
        var id = place.asked("gap-analyst", Map.of("create_draft", true));

        for (int time = 0; time < times; time++) {
            assertThat(place.deliver(id)).isZero();
        }

        assertThat(place.audited("agent_run.completed")).isEqualTo(1);
        assertThat(place.work.assessor.list(place.work.assessmentPath() + "/gap-analysis"))
                .hasSize(1);
        var tools = place.steps(id).stream().map(step -> step.get("ordinal")).toList();
        assertThat(tools).doesNotHaveDuplicates();
    }

    @Test
    void aRunWhoseWorkerDiedIsDoneByTheNextOne() {
        var place = desk.open();
        var id = place.asked("framework-mapper", Map.of());
        died(id, 1);

        assertThat(place.deliver(id)).isZero();

        assertThat(place.run(id)).containsEntry("status", "completed");
        assertThat(place.audited("agent_run.completed")).isEqualTo(1);
    }

    @Test
    void aRunWhoseWorkersAllDiedFailsOnce() {
        var place = desk.open();
        var id = place.asked("framework-mapper", Map.of());
        died(id, 5);

        place.deliver(id);
        place.deliver(id);

        assertThat(place.run(id)).containsEntry("status", "failed");
        assertThat(map(map(place.run(id), "metadata"), "error")).containsEntry("code", "GAVE_UP");
        assertThat(place.audited("agent_run.failed")).isEqualTo(1);
    }

    /// As a worker leaves it that is killed after it has begun: its lease runs out.
    private static void died(String id, int attempts) {
        OwnerSql.change("UPDATE agent_run SET status = 'running' WHERE agent_run_id = ?", UUID.fromString(id));
        OwnerSql.change(
                "UPDATE job SET status = 'running', attempt_count = ?, lease_token = job_id,"
                        + " lease_until = now() - interval '1 second' WHERE subject_id = ?",
                attempts,
                UUID.fromString(id));
    }

    @Test
    void aCancelledRunIsNotDone() {
        var place = desk.open();
        var id = place.asked("framework-mapper", Map.of());

        var cancelled = place.work.assessor.post(200, "/agent-runs/" + id + "/cancel", Map.of("reason", "By mistake."));
        place.deliver(id);

        assertThat(cancelled).containsEntry("status", "cancelled");
        assertThat(map(cancelled, "metadata")).containsEntry("cancel_reason", "By mistake.");
        assertThat(place.run(id)).containsEntry("status", "cancelled");
        assertThat(place.steps(id)).isEmpty();
        assertThat(place.work.assessor.refused(409, "/agent-runs/" + id + "/cancel", Map.of()))
                .isEqualTo("CONFLICT");
        assertThat(place.work.assessor.status("/agent-runs/" + id + "/output")).isEqualTo(409);
    }
}
