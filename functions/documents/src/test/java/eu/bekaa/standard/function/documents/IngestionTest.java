package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.StorageConfig;
import eu.bekaa.standard.queue.JobSweep;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@MicronautTest(transactional = false)
class IngestionTest {
    private static final String LONG = numbered(300);

    @Inject
    Desk desk;

    @Inject
    Workers workers;

    @Inject
    Documents documents;

    @Inject
    StandInAssessments assessments;

    @Inject
    S3Client store;

    @Inject
    StorageConfig config;

    @Inject
    JobSweep sweep;

    private Desk.Place place;

    @BeforeEach
    void anAssessment() {
        place = desk.place();
    }

    @Test
    void std43_aDocumentBecomesChunksThatAreFoundWordForWord() {
        var id = desk.uploaded(place, "policy.md", LONG);
        workers.ingest();
        var status = desk.get(place, path(id) + "/status");
        assertThat(status.text("status")).isEqualTo("queued_for_embedding");
        assertThat(status.object("last_job")).containsEntry("job_type", "prepare_embedding");

        var chunks = chunks(id);
        assertThat(status.body()).containsEntry("chunk_count", chunks.size());
        assertThat(chunks).hasSizeGreaterThan(4);
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            assertThat(chunk)
                    .containsEntry("chunk_index", i)
                    .containsEntry("document_id", id.toString())
                    .containsEntry("assessment_id", place.assessmentId().toString())
                    .containsEntry("embedding_status", "pending")
                    .containsEntry("page_number", null);
            assertThat(LONG).contains(String.valueOf(chunk.get("chunk_text")));
        }
        var jobs = desk.get(place, path(id) + "/jobs").data();
        assertThat(jobs)
                .extracting(job -> job.get("job_type"))
                .containsExactly("extract_and_chunk", "prepare_embedding");
        assertThat(desk.get(place, "/api/v1/ingestion-jobs/" + jobs.getFirst().get("job_id"))
                        .body())
                .containsEntry("status", "succeeded")
                .containsEntry("document_id", id.toString());
        assertThat(desk.get(place, place.path() + "/ingestion-jobs").data()).hasSize(2);
    }

    @Test
    void std44_readingAgainChangesNothing() {
        var id = desk.uploaded(place, "policy.md", LONG);
        workers.ingest();
        var before = chunks(id);
        finishEmbedding();
        for (var strategy : new String[] {"append_new_chunks", "replace_previous_chunks"}) {
            var job = desk.post(place, path(id) + "/reprocess", Map.of("reason", "again", "strategy", strategy));
            assertThat(job.status()).isEqualTo(202);
            assertThat(job.body()).containsEntry("job_type", "reprocess").containsEntry("status", "queued");
            workers.ingest();
            assertThat(chunks(id)).isEqualTo(before);
            finishEmbedding();
        }
    }

    @Test
    void std44_aMessageDeliveredTwiceIsWorkedOnce() {
        var id = desk.uploaded(place, "policy.md", LONG);
        workers.ingestTwice();
        var jobs = desk.get(place, path(id) + "/jobs").data();
        assertThat(jobs)
                .extracting(job -> job.get("job_type"))
                .containsExactly("extract_and_chunk", "prepare_embedding");
        assertThat(jobs.getFirst()).containsEntry("attempt_count", 1);
        assertThat(chunks(id)).extracting(chunk -> chunk.get("text_hash")).doesNotHaveDuplicates();
    }

    @Test
    void aDocumentAtWorkIsNotReprocessed() {
        var id = desk.uploaded(place, "policy.md", LONG);
        assertThat(desk.post(place, path(id) + "/reprocess", Map.of("reason", "again"))
                        .code())
                .isEqualTo("CONFLICT");
        assertThat(desk.post(place, path(id) + "/reprocess", Map.of("reason", " "))
                        .code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(desk.post(place, path(id) + "/reprocess", Map.of()).code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void theLastDocumentMovesTheAssessmentOn() {
        var first = desk.uploaded(place, "a.md", LONG);
        var second = desk.uploaded(place, "b.json", "{\"broken\": ");
        workers.ingest();
        assertThat(desk.get(place, path(second)).body())
                .containsEntry("status", "failed")
                .extractingByKey("status_reason")
                .asString()
                .contains("not valid JSON");
        assertThat(desk.get(place, path(second) + "/status").object("last_job"))
                .containsEntry("status", "failed")
                .containsEntry("error_code", "FILE_DAMAGED");
        assertThat(assessments.state(place.assessor(), place.assessmentId())).isEqualTo("documents_uploaded");
        finishEmbedding();
        assertThat(desk.get(place, path(first)).text("status")).isEqualTo("embedded");
        assertThat(assessments.state(place.assessor(), place.assessmentId())).isEqualTo("documents_ingested");
        var readiness = documents.readiness(place.assessor(), place.assessmentId());
        assertThat(readiness.documents()).isEqualTo(2);
        assertThat(readiness.failed()).isEqualTo(1);
        assertThat(readiness.embedded()).isEqualTo(1);
    }

    @Test
    void aFileThatIsSpoiltOnItsWayFromTheStoreIsReadAgain() throws SQLException {
        var id = desk.uploaded(place, "policy.md", LONG);
        var key = key(id);
        var good = store.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key))
                .asByteArray();
        store.putObject(put -> put.bucket(config.bucket()).key(key), RequestBody.fromString("Something else."));
        workers.ingest();
        assertThat(desk.get(place, path(id) + "/jobs").data().getFirst()).containsEntry("status", "retrying");
        assertThat(chunks(id)).isEmpty();

        store.putObject(put -> put.bucket(config.bucket()).key(key), RequestBody.fromBytes(good));
        afterAWhile(id);
        assertThat(desk.get(place, path(id) + "/jobs").data().getFirst()).containsEntry("status", "succeeded");
        assertThat(chunks(id)).isNotEmpty();
    }

    @Test
    void oneSpoiltReadingDoesNotFailAnAttemptHoweverManyFailedBefore() throws Exception {
        var id = desk.uploaded(place, "policy.md", LONG);
        var key = key(id);
        var good = store.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key))
                .asByteArray();
        attempts(id, 2);
        store.putObject(put -> put.bucket(config.bucket()).key(key), RequestBody.fromString("Something else."));
        var work = Thread.ofVirtual().start(workers::ingest);
        Thread.sleep(Duration.ofMillis(800));
        store.putObject(put -> put.bucket(config.bucket()).key(key), RequestBody.fromBytes(good));
        work.join();
        assertThat(desk.get(place, path(id) + "/jobs").data().getFirst()).containsEntry("status", "succeeded");
    }

    private static void attempts(UUID document, int count) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var update = owner.prepareStatement("UPDATE job SET attempt_count = ? WHERE subject_id = ?")) {
            update.setInt(1, count);
            update.setObject(2, document);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void aFileThatStaysAnotherFileIsRefused() throws SQLException {
        var id = desk.uploaded(place, "policy.md", LONG);
        var key = key(id);
        store.putObject(put -> put.bucket(config.bucket()).key(key), RequestBody.fromString("Something else."));
        workers.ingest();
        afterAWhile(id);
        afterAWhile(id);
        assertThat(desk.get(place, path(id) + "/jobs").data().getFirst())
                .containsEntry("status", "failed")
                .containsEntry("error_code", "CONTENT_CHANGED");
    }

    private static String key(UUID document) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement("SELECT storage_key FROM document WHERE document_id = ?")) {
            select.setObject(1, document);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// The pause after a failure is over, and the sweep rings.
    private void afterAWhile(UUID document) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var update = owner.prepareStatement("""
                    UPDATE job
                       SET not_before = not_before - interval '1 hour', rung_at = rung_at - interval '1 hour'
                     WHERE subject_id = ?
                    """)) {
            update.setObject(1, document);
            update.executeUpdate();
        }
        var schedule = new Actor.Worker(Caller.PLATFORM, "schedule");
        sweep.sweep(new Caller(Caller.PLATFORM, schedule, Set.of(), "schedule-test", null, null));
        workers.ingest();
    }

    @Test
    void anArchivedDocumentIsNoLongerReadOrSearched() {
        var id = desk.uploaded(place, "a.md", LONG);
        var refused = desk.send(place.assessor(), place, HttpRequest.DELETE(path(id)));
        assertThat(refused.status()).isEqualTo(403);
        var archived = desk.send(place.tenant().approver(), place, HttpRequest.DELETE(path(id)));
        assertThat(archived.status()).isEqualTo(200);
        assertThat(archived.text("status")).isEqualTo("archived");
        workers.ingest();
        assertThat(desk.get(place, path(id)).text("status")).isEqualTo("archived");
        assertThat(chunks(id)).isEmpty();
        assertThat(desk.get(place, path(id) + "/jobs").data().getFirst()).containsEntry("status", "cancelled");
    }

    private ArrayList<Map<String, Object>> chunks(UUID id) {
        var all = new ArrayList<Map<String, Object>>();
        var seen = new HashSet<Object>();
        var cursor = "";
        do {
            var page = desk.get(place, path(id) + "/chunks?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.data()
                    .forEach(
                            chunk -> assertThat(seen.add(chunk.get("chunk_id"))).isTrue());
            all.addAll(page.data());
            var next = page.object("pagination").get("next_cursor");
            cursor = next == null ? "" : next.toString();
        } while (!cursor.isEmpty());
        return all;
    }

    /// What the embedding worker does at its end, on the jobs that wait for it.
    private void finishEmbedding() {
        workers.embed();
    }

    private static String numbered(int sentences) {
        var text = new StringBuilder();
        for (int i = 1; i <= sentences; i++) {
            text.append("Account ").append(i).append(" has an owner, who reviews its rights each quarter.\n\n");
        }
        return text.toString();
    }

    private static String path(UUID id) {
        return "/api/v1/documents/" + id;
    }
}
