package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/// Puts documents into an assessment's knowledge base: their text as extraction leaves it, their vectors by the real
/// model.
@Singleton
class Shelf {
    static final String ACCESS = """
            Access policy

            Managers review the access rights of their staff each quarter and revoke what is not needed any more.
            The access review procedure is documented, and its results are reported to the board every quarter.
            """;
    static final String REVIEWS = """
            Access review procedure

            Access rights of all staff are reviewed at least quarterly by their managers. Rights that are not
            confirmed in the access review are removed within five days.
            """;

    private final Ids ids;
    private final Jobs jobs;
    private final JobRunner runner;
    private final JsonMapper json;

    Shelf(Ids ids, Jobs jobs, JobRunner runner, JsonMapper json) {
        this.ids = ids;
        this.jobs = jobs;
        this.runner = runner;
        this.json = json;
    }

    UUID put(Caller caller, UUID assessmentId, String name, String text) {
        var document = ids.next();
        try (var owner = TestDatabase.instance().owner()) {
            OwnerSql.change(
                    owner,
                    """
                    INSERT INTO document (document_id, organization_id, assessment_id, original_filename, normalized_filename,
                                          storage_provider, storage_bucket, storage_key, content_hash, mime_type, file_size,
                                          uploaded_by, uploaded_at, classification, document_type, language, status,
                                          scan_status, trace_id)
                    VALUES (?, ?, ?, ?, ?, 's3', 'b', ?, repeat('0', 64), 'text/plain', 1, ?, now(), 'internal', 'policy',
                            'en', 'queued_for_embedding', 'skipped', 'trace-of-shelf')
                    """,
                    document,
                    caller.org(),
                    assessmentId,
                    name,
                    name,
                    document.toString(),
                    caller.actor().id());
            for (var piece : Chunker.DEFAULT.pieces(ExtractedText.unpaged(text))) {
                OwnerSql.change(
                        owner,
                        """
                        INSERT INTO document_chunk (chunk_id, organization_id, assessment_id, document_id, chunk_index,
                                                    chunk_text, text_hash, token_count_estimate, start_offset, end_offset,
                                                    location_metadata, embedding_status, active, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'pending', true, now())
                        """,
                        ids.next(),
                        caller.org(),
                        assessmentId,
                        document,
                        piece.index(),
                        piece.text(),
                        piece.hash(),
                        piece.tokens(),
                        piece.startOffset(),
                        piece.endOffset());
            }
            index(caller, document);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
        return document;
    }

    private void index(Caller caller, UUID document) throws IOException {
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, document, Map.of());
        runner.run(json.writeValueAsString(
                new JobMessage(job, caller.org(), JobKind.PREPARE_EMBEDDING, "trace-of-shelf")));
    }
}
