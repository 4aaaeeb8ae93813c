package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every move of an assessment, possible or not, asked for by everybody: who may not move it is refused before anything
/// is looked at, and to all who may, the same is said.
@Tag("fault")
@MicronautTest(transactional = false)
class TransitionsByRoleTest {
    private final Moves moves;
    private final Http http;

    TransitionsByRoleTest(Moves moves, Http http) {
        this.moves = moves;
        this.http = http;
    }

    private record Pair(String from, String to) {}

    @Test
    void std30_everyMoveAnswersToARoleAsTheTableAndThePermissionsSay() throws SQLException {
        var tenant = moves.tenant;
        var movers = List.of(tenant.owner(), tenant.approver(), tenant.assessor());
        var watchers = List.of(tenant.viewer(), tenant.auditor());
        var pairs = pairs();
        var dose = Dose.of("moves of an assessment asked for by every role", 40, pairs.size());
        Collections.shuffle(pairs, dose.random());
        int asked = 0;
        try (var owner = TestDatabase.instance().owner()) {
            for (var pair : pairs.subList(0, Math.min(dose.times(), pairs.size()))) {
                stand(owner, pair.from());
                for (var watcher : watchers) {
                    asked++;
                    if (ask(watcher, pair.to()) != 403 || !pair.from().equals(moves.state())) {
                        dose.lost(watcher.actor() + " was not refused " + pair);
                    }
                }
                var answers = new ArrayList<Integer>();
                for (var mover : movers) {
                    asked++;
                    stand(owner, pair.from());
                    answers.add(ask(mover, pair.to()));
                    var moved = answers.getLast() == 200;
                    if (!(moved ? pair.to() : pair.from()).equals(moves.state())) {
                        dose.lost("after " + pair + " was answered " + answers.getLast() + " it stands at "
                                + moves.state());
                    }
                }
                if (answers.stream().distinct().count() != 1
                        || !List.of(200, 409).contains(answers.getFirst())) {
                    dose.lost(pair + " was answered " + answers);
                }
            }
        }
        dose.report(Math.min(dose.times(), pairs.size()), "%,d requests by five roles".formatted(asked));
        assertThat(asked).isPositive();
    }

    private static List<Pair> pairs() {
        var states =
                Arrays.stream(AssessmentState.values()).map(Object::toString).toList();
        var pairs = new ArrayList<Pair>();
        states.forEach(from -> states.forEach(to -> pairs.add(new Pair(from, to))));
        return pairs;
    }

    private int ask(Caller caller, String target) {
        var path = "/api/v1/assessments/" + moves.assessment + "/lifecycle/transition";
        var body = Map.of("next_state", target, "reason", "Because.");
        return http.send(moves.tenant.as(caller, HttpRequest.POST(path, body))).code();
    }

    /// Puts the assessment where no move leads back to, without the pre-analysis, which is made once.
    private void stand(Connection owner, String state) throws SQLException {
        try (var delete = owner.prepareStatement("DELETE FROM pre_analysis_domain WHERE assessment_id = ?");
                var update = owner.prepareStatement("""
            UPDATE assessment
               SET state = ?, held_state = CASE WHEN ? IN ('failed', 'blocked') THEN 'framework_selected' END
             WHERE assessment_id = ?
            """)) {
            delete.setObject(1, moves.assessment);
            delete.executeUpdate();
            update.setString(1, state);
            update.setString(2, state);
            update.setObject(3, moves.assessment);
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
