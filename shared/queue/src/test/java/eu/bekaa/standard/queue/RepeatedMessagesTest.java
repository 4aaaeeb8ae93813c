package eu.bekaa.standard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.JobRunner.Verdict;
import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Messages come once to five times each, shuffled, to several workers: in the end all is as if each had come once and
/// in order.
@Tag("fault")
@MicronautTest(transactional = false, startApplication = false)
class RepeatedMessagesTest {
    private static final int WORKERS = 6;
    private static final int MOST = 5;
    private static final int ORGANIZATIONS = 4;
    private static final String STATE = """
        SELECT j.payload ->> 'number' || ' ' || j.status || ' ' || j.attempt_count || ' ' || count(r.audit_id)
          FROM job j
          LEFT JOIN audit_record r ON r.organization_id = j.organization_id
           AND r.resource_id = j.subject_id
           AND r.action LIKE 'work.%'
         WHERE j.organization_id = ANY (?)
         GROUP BY j.job_id
         ORDER BY CAST(j.payload ->> 'number' AS int)
        """;

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    Tenants tenants;

    @Inject
    Ids ids;

    @Inject
    JsonMapper json;

    /// Accepted work of a few organizations, and the messages about it.
    private record Round(List<UUID> organizations, List<String> messages) {}

    @Test
    void messagesThatComeSeveralTimesAndOutOfOrderHaveOneEffectEach() throws Exception {
        var dose = Dose.of("messages delivered 1 to 5 times, shuffled", 60, 10_000);
        var random = dose.random();
        var once = accepted(dose.times());
        for (var message : once.messages()) {
            assertThat(runner.run(message)).isEqualTo(Verdict.TAKEN);
        }

        var often = accepted(dose.times());
        var deliveries = new ArrayList<Callable<Verdict>>();
        for (var message : often.messages()) {
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(MOST), () -> runner.run(message)));
        }
        Collections.shuffle(deliveries, random);
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            for (var verdict : workers.invokeAll(deliveries)) {
                assertThat(verdict.get()).isEqualTo(Verdict.TAKEN);
            }
        }

        var expected = state(once);
        assertThat(expected).hasSize(dose.times());
        var found = state(often);
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                dose.lost(found.get(i) + " instead of " + expected.get(i));
            }
        }
        dose.report(dose.times(), "%,d deliveries; states equal to the once-in-order run".formatted(deliveries.size()));
    }

    private Round accepted(int number) throws IOException {
        var callers = new ArrayList<Caller>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            callers.add(tenants.create().assessor());
        }
        var messages = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            var caller = callers.get(i % ORGANIZATIONS);
            var payload = Map.of("number", Integer.toString(i));
            var job = jobs.submit(caller, Queue.ANALYSIS, JobKind.EXPORT, ids.next(), payload);
            var message = new JobMessage(job, caller.org(), JobKind.EXPORT, caller.traceId());
            messages.add(new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8));
        }
        return new Round(callers.stream().map(Caller::org).toList(), messages);
    }

    private static List<String> state(Round round) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement(STATE)) {
            select.setArray(1, owner.createArrayOf("uuid", round.organizations().toArray()));
            try (var rows = select.executeQuery()) {
                var state = new ArrayList<String>();
                while (rows.next()) {
                    state.add(rows.getString(1));
                }
                return state;
            }
        }
    }
}
