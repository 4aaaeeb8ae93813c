package eu.bekaa.standard.queue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.JobStatus;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class EventsTest {
    @Inject
    Events events;

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    Transactions transactions;

    @Inject
    Ear ear;

    @Inject
    Tenants tenants;

    @Inject
    JsonMapper json;

    private Caller caller;

    @BeforeEach
    void anOrganization() {
        caller = tenants.create().assessor();
    }

    /// Hears everything; can be made to fail.
    @Singleton
    static final class Ear implements EventSubscriber {
        private final List<DomainEvent> heard = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean deaf;

        @Override
        public void heard(Caller caller, DomainEvent event) {
            if (deaf) {
                throw new IllegalStateException("not listening");
            }
            heard.add(event);
        }

        List<DomainEvent> of(UUID event) {
            return List.copyOf(heard).stream()
                    .filter(one -> one.eventId().equals(event))
                    .toList();
        }
    }

    private UUID raise() {
        var data = new HashMap<String, Object>();
        data.put("version_id", new UUID(7, 7));
        data.put("version_number", 3);
        data.put("absent", null);
        return events.raise(caller, EventType.SOA_APPROVED, new UUID(8, 8), data);
    }

    private Job job(UUID event) {
        return jobs.ofSubject(caller, event).getFirst();
    }

    private JobRunner.Verdict ring(UUID event) throws IOException {
        var job = job(event);
        return runner.run(json.writeValueAsString(Map.of(
                "job_id",
                job.jobId(),
                "organization_id",
                job.organizationId(),
                "kind",
                job.kind(),
                "trace_id",
                job.traceId())));
    }

    @Test
    void std151_whatHappenedIsToldOnceHoweverOftenTheMessageComes() throws IOException {
        var event = raise();

        ring(event);
        ring(event);

        assertThat(ear.of(event)).singleElement().satisfies(told -> {
            assertThat(told.eventType()).isEqualTo(EventType.SOA_APPROVED);
            assertThat(told.assessmentId()).isEqualTo(new UUID(8, 8));
            assertThat(told.traceId()).isEqualTo(caller.traceId());
            assertThat(told.data()).isEqualTo(Map.of("version_id", new UUID(7, 7).toString(), "version_number", 3));
        });
        assertThat(job(event).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void std151_whatIsRolledBackWasNeverSaid() {
        var raised = new ArrayList<UUID>();
        assertThatThrownBy(() -> transactions.write(caller, () -> {
                    raised.add(raise());
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");
        assertThat(events.find(caller, raised)).isEmpty();
        assertThat(jobs.ofSubjects(caller, raised)).isEmpty();
    }

    @Test
    void std151_anEventThatCouldNotBeToldIsToldAgain() throws IOException {
        var event = raise();
        ear.deaf = true;
        try {
            assertThat(ring(event)).isEqualTo(JobRunner.Verdict.AGAIN);
        } finally {
            ear.deaf = false;
        }
        assertThat(ear.of(event)).isEmpty();
        assertThat(job(event).status()).isEqualTo(JobStatus.RETRYING);
    }

    @Test
    void std150_anotherOrganizationsEventsAreNotSeen() {
        var event = raise();
        assertThat(events.find(tenants.create().owner(), List.of(event))).isEmpty();
        assertThat(events.find(caller, List.of(event))).hasSize(1);
    }
}
