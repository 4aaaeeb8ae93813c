package eu.bekaa.standard.function.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobStatus;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.testing.Eventually;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class EmbeddingQueueHandlerTest {
    /// The handler does not look at it.
    private static final Context NONE = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (self, method, arguments) -> null);

    @Inject
    ApplicationContext context;

    @Inject
    Jobs jobs;

    @Inject
    Ids ids;

    @Inject
    Tenants tenants;

    @Test
    void ofABatchOnlyWhatCannotBeDoneIsHandedBack() throws SQLException {
        var caller = tenants.create().assessor();
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, document(caller), Map.of());
        var message = messageOf(job);

        var failures = new EmbeddingQueueHandler(context)
                .handleRequest(event(message, "not a message of ours", message), NONE)
                .getBatchItemFailures();

        assertThat(failures).extracting(BatchItemFailure::getItemIdentifier).containsExactly("message 1");
        assertThat(jobs.find(caller, job))
                .get()
                .satisfies(done -> assertThat(done.status()).isEqualTo(JobStatus.SUCCEEDED));
    }

    private static String messageOf(UUID job) {
        var url = TestQueues.url("standard-embeddings");
        var bodies = new ArrayList<String>();
        Eventually.asserts(() -> {
            TestQueues.client()
                    .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                    .messages()
                    .forEach(message -> bodies.add(message.body()));
            assertThat(bodies).anyMatch(body -> body.contains(job.toString()));
        });
        return bodies.stream()
                .filter(body -> body.contains(job.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static SQSEvent event(String... bodies) {
        var records = new ArrayList<SQSEvent.SQSMessage>();
        for (var body : bodies) {
            var record = new SQSEvent.SQSMessage();
            record.setMessageId("message " + records.size());
            record.setBody(body);
            records.add(record);
        }
        var event = new SQSEvent();
        event.setRecords(List.copyOf(records));
        return event;
    }

    /// A document that has nothing to embed.
    private UUID document(Caller caller) throws SQLException {
        var assessment = ids.next();
        var document = ids.next();
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id, scf_version_label,
                                            announced_documents, event_count, cycle_number, is_synthetic, created_by, created_at, updated_at)
                    VALUES ('%1$s', 0, '%2$s', 'Queue', 'draft', '%1$s', '2022.3', 0, 0, 1, true, '%1$s', now(), now());
                    INSERT INTO document (document_id, organization_id, assessment_id, original_filename, normalized_filename,
                                          storage_provider, storage_bucket, storage_key, content_hash, mime_type, file_size, uploaded_by,
                                          uploaded_at, classification, document_type, language, status, scan_status, trace_id)
                    VALUES ('%3$s', '%2$s', '%1$s', 'a.txt', 'a.txt', 's3', 'b', '%3$s', repeat('0', 64), 'text/plain', 1, '%1$s',
                            now(), 'internal', 'policy', 'en', 'queued_for_embedding', 'skipped', 'trace-of-test');
                    """.formatted(assessment, caller.org(), document));
        }
        return document;
    }
}
