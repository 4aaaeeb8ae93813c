package eu.bekaa.standard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.localcloud.LocalQueues;
import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Messages that nobody can work at, among many that can be: they end in the dead-letter queue, all of them and nothing
/// else, and from there they can be sent again once what was wrong has been mended.
@Tag("fault")
@MicronautTest(transactional = false, startApplication = false)
class PoisonTest {
    private static final int BATCH = 10;
    private static final int HEALTHY_PER_POISONED = 99;
    private static final String QUEUE = "poisoned";

    @Inject
    Jobs jobs;

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
    }

    @Test
    void poisonedMessagesEndInTheDeadLetterQueueAndAreDoneOnceWhatWasWrongIsMended() throws Exception {
        var dose = Dose.of("poisoned messages in batches, a hundredth of all", 2, 100);
        var healthy = dose.times() * HEALTHY_PER_POISONED;
        var subjects = new HashSet<UUID>();
        var bodies = new ArrayList<String>();
        for (int i = 0; i < healthy; i++) {
            bodies.add(accepted(subjects));
        }
        var lost = new ArrayList<String>();
        for (int i = 0; i < dose.times(); i++) {
            lost.add(accepted(subjects));
        }
        hide(lost);
        var random = dose.random();
        lost.forEach(body -> bodies.add(random.nextInt(bodies.size() + 1), body));

        try (var queues = LocalQueues.start(List.of(QUEUE), Duration.ofSeconds(1))) {
            send(queues, bodies);
            consume(queues, () -> size(queues, QUEUE + "-dead") < lost.size() || size(queues, QUEUE) > 0);
            compare(dose, "the dead-letter queue holds", lost.size(), size(queues, QUEUE + "-dead"));
            compare(dose, "done beside them", healthy, done(subjects));

            show(lost);
            redrive(queues);
            consume(queues, () -> size(queues, QUEUE) > 0 || size(queues, QUEUE + "-dead") > 0);
            compare(dose, "the dead-letter queue holds after the redrive", 0, size(queues, QUEUE + "-dead"));
            compare(dose, "done in the end", healthy + lost.size(), done(subjects));
        }
        dose.report(
                dose.times(), "%,d messages; dead letters counted, redriven and done once".formatted(bodies.size()));
    }

    private static void compare(Dose dose, String what, long expected, long found) {
        if (expected != found) {
            dose.lost(what + ": " + found + " instead of " + expected);
        }
    }

    private String accepted(Set<UUID> subjects) throws IOException {
        var subject = ids.next();
        subjects.add(subject);
        var job = jobs.submit(caller, Queue.ANALYSIS, JobKind.EXPORT, subject, Map.of());
        return json.writeValueAsString(new JobMessage(job, caller.org(), JobKind.EXPORT, caller.traceId()));
    }

    /// The rows cannot be read any more, as after a restore to an earlier hour.
    private void hide(List<String> messages) throws IOException, SQLException {
        change(messages, "CREATE TABLE IF NOT EXISTS hidden_job AS SELECT * FROM job WHERE false", """
            WITH gone AS (DELETE FROM job WHERE job_id = ANY (?) RETURNING *) INSERT INTO hidden_job SELECT * FROM gone
            """);
    }

    private void show(List<String> messages) throws IOException, SQLException {
        change(messages, "SELECT 1", "INSERT INTO job SELECT * FROM hidden_job WHERE job_id = ANY (?)");
    }

    private void change(List<String> messages, String first, String then) throws IOException, SQLException {
        var hidden = new ArrayList<UUID>();
        for (var message : messages) {
            hidden.add(json.readValue(message, JobMessage.class).jobId());
        }
        try (var owner = TestDatabase.instance().owner();
                var before = owner.createStatement();
                var change = owner.prepareStatement(then)) {
            before.execute(first);
            change.setArray(1, owner.createArrayOf("uuid", hidden.toArray()));
            assertThat(change.executeUpdate()).isEqualTo(messages.size());
        }
    }

    private static void send(LocalQueues queues, List<String> bodies) {
        var url = queues.url(QUEUE);
        for (int from = 0; from < bodies.size(); from += BATCH) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (int i = from; i < Math.min(from + BATCH, bodies.size()); i++) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody(bodies.get(i))
                        .build());
            }
            queues.client().sendMessageBatch(batch -> batch.queueUrl(url).entries(entries));
        }
    }

    private interface Condition {
        boolean holds();
    }

    /// Takes batches to the handler as Lambda's event source does, while there is something to wait for.
    private void consume(LocalQueues queues, Condition going) {
        var url = queues.url(QUEUE);
        var handler = new JobQueueHandler(context);
        while (going.holds()) {
            var messages = queues.client()
                    .receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(BATCH).waitTimeSeconds(1))
                    .messages();
            var event = new QueueEvent(messages.stream()
                    .map(message -> new QueueEvent.Message(message.messageId(), message.body()))
                    .toList());
            var failed = handler.handle(event).messageIds();
            messages.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .forEach(message -> queues.client()
                            .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
        }
    }

    private static void redrive(LocalQueues queues) {
        var dead = queues.url(QUEUE + "-dead");
        var arn = attribute(queues, dead, QueueAttributeName.QUEUE_ARN);
        var main = attribute(queues, queues.url(QUEUE), QueueAttributeName.QUEUE_ARN);
        queues.client().startMessageMoveTask(move -> move.sourceArn(arn).destinationArn(main));
        while (queues.client().listMessageMoveTasks(list -> list.sourceArn(arn)).results().stream()
                .anyMatch(task -> "RUNNING".equals(task.status()))) {
            Thread.onSpinWait();
        }
    }

    /// Everything that it holds, hidden for the moment or not.
    private static long size(LocalQueues queues, String name) {
        var url = queues.url(name);
        return Long.parseLong(attribute(queues, url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Long.parseLong(attribute(queues, url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static String attribute(LocalQueues queues, String url, QueueAttributeName name) {
        return queues.client()
                .getQueueAttributes(wanted -> wanted.queueUrl(url).attributeNames(name))
                .attributes()
                .get(name);
    }

    /// How many of the subjects the work was done on, each counted as often as it was.
    private static long done(Set<UUID> subjects) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement(
                        "SELECT count(*) FROM audit_record WHERE action = 'work.done' AND resource_id = ANY (?)")) {
            select.setArray(1, owner.createArrayOf("uuid", subjects.toArray()));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
