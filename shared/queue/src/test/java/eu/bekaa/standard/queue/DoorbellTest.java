package eu.bekaa.standard.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue only says that there is work; the rows know which.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "test.clock", value = "stopped")
class DoorbellTest {
    private static final Caller SCHEDULE = new Caller(
            Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "schedule"), Set.of(), "schedule-test", null, null);

    @Inject
    Jobs jobs;

    @Inject
    JobSweep sweep;

    @Inject
    Transactions transactions;

    @Inject
    SettableClock clock;

    @Inject
    Tenants tenants;

    @Inject
    Ids ids;

    @Inject
    JsonMapper json;

    @Inject
    ApplicationContext context;

    Caller caller;

    @BeforeEach
    void anOrganization() {
        caller = tenants.create().assessor();
        received("standard-imports");
        received("standard-uploads");
    }

    @Test
    void aCommittedJobIsRungForAndOneThatIsRolledBackWasNeverThere() throws IOException {
        var kept = submit(Queue.IMPORTS);
        var gone = ids.next();
        assertThatThrownBy(() -> transactions.write(caller, () -> {
                    jobs.submit(caller, Queue.IMPORTS, JobKind.EXPORT, gone, Map.of());
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");

        assertThat(jobsIn("standard-imports")).containsExactly(kept);
        assertThat(jobs.ofSubject(caller, gone)).isEmpty();
    }

    @Test
    void aQueueThatIsAwayIsNoErrorAndTheSweepRingsAgain() throws IOException {
        var url = TestQueues.url("standard-uploads");
        TestQueues.client().deleteQueue(delete -> delete.queueUrl(url));

        var job = submit(Queue.UPLOADS);
        assertThat(jobs.find(caller, job)).isPresent();

        TestQueues.client().createQueue(create -> create.queueName("standard-uploads"));
        sweep.sweep(SCHEDULE);
        assertThat(jobsIn("standard-uploads")).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        sweep.sweep(SCHEDULE);
        assertThat(jobsIn("standard-uploads")).contains(job);
    }

    @Test
    void theSweepLeavesAloneWhatIsDoneAndWhatWasJustRungFor() throws IOException {
        var job = submit(Queue.IMPORTS);
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep(SCHEDULE);
        sweep.sweep(SCHEDULE);
        assertThat(jobsIn("standard-imports").stream().filter(job::equals)).hasSize(2);

        jobs.cancel(caller, jobs.find(caller, job).orElseThrow().subjectId());
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep(SCHEDULE);
        assertThat(jobsIn("standard-imports")).doesNotContain(job);
    }

    @Test
    void aBacklogOfManyRoundsIsRungForAtOnce() {
        int many = 1_100;
        var subject = ids.next();
        transactions.write(caller, () -> {
            for (int i = 0; i < many; i++) {
                jobs.submit(caller, Queue.IMPORTS, JobKind.EXPORT, subject, Map.of());
            }
            return many;
        });
        clock.advance(Duration.ofMinutes(1));
        assertThat(sweep.sweep(SCHEDULE)).isGreaterThanOrEqualTo(many);
        jobs.cancel(caller, subject);
    }

    @Test
    void whatWaitsInALongQueueIsRungForEverMoreRarely() throws IOException {
        var job = submit(Queue.IMPORTS);
        received("standard-imports");
        var minutes = new ArrayList<Integer>();
        for (int minute = 1; minute <= 40; minute++) {
            clock.advance(Duration.ofMinutes(1));
            sweep.sweep(SCHEDULE);
            if (jobsIn("standard-imports").contains(job)) {
                minutes.add(minute);
            }
        }
        assertThat(minutes).containsExactly(1, 2, 4, 8, 16, 26, 36);
    }

    @Test
    void whileTheQueuesAreAwayNothingCountsAsRungFor() throws IOException {
        var job = submit(Queue.IMPORTS);
        received("standard-imports");
        clock.advance(Duration.ofMinutes(1));
        var url = TestQueues.url("standard-ingestion");
        TestQueues.client().deleteQueue(delete -> delete.queueUrl(url));
        assertThat(sweep.sweep(SCHEDULE)).isZero();

        TestQueues.client().createQueue(create -> create.queueName("standard-ingestion"));
        sweep.sweep(SCHEDULE);
        assertThat(jobsIn("standard-imports")).contains(job);
    }

    @Test
    void aPlatformThatJustStartedTakesUpWorkWhoseWorkerIsGone() throws IOException {
        var job = submit(Queue.IMPORTS);
        received("standard-imports");
        sweep.resume(SCHEDULE);
        assertThat(jobsIn("standard-imports")).contains(job);
    }

    @Test
    void inABatchOnlyThePoisonedMessageIsDeliveredAgain() throws IOException {
        var messages = new ArrayList<QueueEvent.Message>();
        for (int i = 0; i < 10; i++) {
            var job = jobs.find(caller, submit(Queue.IMPORTS)).orElseThrow();
            var body = i == 4
                    ? "{\"not\":\"a job\"}"
                    : json.writeValueAsString(
                            new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId()));
            messages.add(new QueueEvent.Message("message-" + i, body));
        }

        var answer = new JobQueueHandler(context).handle(new QueueEvent(messages));
        assertThat(answer.messageIds()).containsExactly("message-4");
    }

    private UUID submit(Queue queue) {
        return jobs.submit(caller, queue, JobKind.EXPORT, ids.next(), Map.of());
    }

    private List<UUID> jobsIn(String queue) throws IOException {
        var found = new ArrayList<UUID>();
        for (String body : received(queue)) {
            found.add(json.readValue(body, JobMessage.class).jobId());
        }
        return found;
    }

    private static List<String> received(String queue) {
        var url = TestQueues.url(queue);
        var bodies = new ArrayList<String>();
        while (true) {
            var messages = TestQueues.client()
                    .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            if (messages.isEmpty()) {
                return bodies;
            }
            messages.forEach(message -> {
                bodies.add(message.body());
                TestQueues.client()
                        .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            });
        }
    }
}
