package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.agent.Overruns;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Runs that have taken their time.
@MicronautTest(transactional = false)
class OverdueRunTest {
    private final AgentDesk desk;
    private final Overruns overruns;

    OverdueRunTest(AgentDesk desk, Overruns overruns) {
        this.desk = desk;
        this.overruns = overruns;
    }

    @Test
    void std122_aRunThatItsDriverLeftFailsAndSaysWhy() throws SQLException {
        var place = desk.open();
        var left = place.driven("gap-analyst");
        var fresh = place.driven("gap-analyst");
        begunHoursAgo(left);

        overruns.failOverdue(place.work.tenant.assessor());
        overruns.failOverdue(place.work.tenant.assessor());

        assertThat(place.run(left)).containsEntry("status", "failed");
        assertThat(map(place.run(left), "metadata").toString()).contains("AGENT_BUDGET_EXCEEDED", "longer than");
        assertThat(place.run(fresh)).containsEntry("status", "running");
        assertThat(place.work.assessor.refused(
                        409, "/agent-runs/" + left + "/tool-calls", Map.of("tool_name", "assessment_state_read")))
                .isEqualTo("CONFLICT");
    }

    @Test
    void theTimeOfAnOutsideDriverIsNotThePlatformsTime() throws SQLException {
        var place = desk.evidenced(Shelf.ACCESS);
        for (var run : List.of(place.driven("gap-analyst"), place.driven("gap-analyst"))) {
            begunHoursAgo(run);
        }
        overruns.failOverdue(place.work.tenant.assessor());

        assertThat(place.worked("gap-analyst", Map.of())).containsEntry("status", "completed");
    }

    @Test
    void anOrganizationWhoseRunsHaveTakenTheirTimeOfTheDayIsToldSo() throws SQLException {
        var place = desk.evidenced(Shelf.ACCESS);
        var tiring = place.asked("gap-analyst", Map.of());
        assertThat(place.deliver(tiring)).isZero();
        change("seconds = 14400", tiring);

        var late = place.worked("gap-analyst", Map.of());

        assertThat(late).containsEntry("status", "failed");
        assertThat(late.get("metadata").toString()).contains("AGENT_BUDGET_EXCEEDED", "seconds of today");
    }

    private static void begunHoursAgo(String run) throws SQLException {
        change("started_at = started_at - interval '5 hours'", run);
    }

    private static void change(String what, String run) throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement("UPDATE agent_run SET " + what + " WHERE agent_run_id = ?")) {
            update.setObject(1, UUID.fromString(run));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
