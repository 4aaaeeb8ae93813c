package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Assessments with documents whose text is known, put straight into the database as ingestion would have left them.
@Singleton
class Library {
    static final String ACCESS = """
            Access policy

            Managers review the access rights of their staff each quarter and revoke what is not needed any more.
            Multi-factor authentication is required for every administrator. Shared accounts are forbidden.
            """;
    static final String BACKUP = """
            Backup procedure

            Databases are backed up every night. A restore is tested twice a year. This answers control BCD-11.1.
            """;
    static final String CANTEEN = """
            Canteen menu

            On Monday there is soup with bread, on Tuesday pasta with tomatoes, and fish on Friday.
            """;

    private final Ids ids;
    private final Jobs jobs;
    private final JobRunner runner;
    private final JsonMapper json;

    Library(Ids ids, Jobs jobs, JobRunner runner, JsonMapper json) {
        this.ids = ids;
        this.jobs = jobs;
        this.runner = runner;
        this.json = json;
    }

    UUID assessment(Caller caller) {
        var id = ids.next();
        execute("""
                INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id, scf_version_label,
                                        announced_documents, event_count, cycle_number, is_synthetic, created_by, created_at, updated_at)
                VALUES (?, 0, ?, 'Library', 'draft', ?, '2022.3', 0, 0, 1, true, ?, now(), now())
                """, id, caller.org(), ids.next(), caller.actor().id());
        return id;
    }

    /// An indexed policy.
    UUID policy(Caller caller, UUID assessment, String name, String text) {
        var document = document(caller, assessment, name, "policy", LocalDate.of(2026, 3, 1), text);
        index(caller, document);
        return document;
    }

    /// A document with chunks that are still to be embedded.
    UUID document(Caller caller, UUID assessment, String name, String type, LocalDate effective, String text) {
        var document = ids.next();
        execute(
                """
                INSERT INTO document (document_id, organization_id, assessment_id, original_filename, normalized_filename,
                                      storage_provider, storage_bucket, storage_key, content_hash, mime_type, file_size, uploaded_by,
                                      uploaded_at, classification, document_type, language, effective_date, status, scan_status, trace_id)
                VALUES (?, ?, ?, ?, ?, 's3', 'b', ?, repeat('0', 64), 'text/plain', 1, ?, now(), 'internal', ?, 'en', ?,
                        'queued_for_embedding', 'skipped', 'trace-of-library')
                """,
                document,
                caller.org(),
                assessment,
                name,
                name,
                document.toString(),
                caller.actor().id(),
                type,
                effective);
        for (var piece : Chunker.DEFAULT.pieces(ExtractedText.unpaged(text))) {
            execute(
                    """
                    INSERT INTO document_chunk (chunk_id, organization_id, assessment_id, document_id, chunk_index, chunk_text, text_hash,
                                                token_count_estimate, start_offset, end_offset, location_metadata, embedding_status,
                                                active, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'pending', true, now())
                    """,
                    ids.next(),
                    caller.org(),
                    assessment,
                    document,
                    piece.index(),
                    piece.text(),
                    piece.hash(),
                    piece.tokens(),
                    piece.startOffset(),
                    piece.endOffset());
        }
        return document;
    }

    /// Accepts the work of indexing a document and does it.
    void index(Caller caller, UUID document) {
        var job = jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, document, Map.of());
        run(caller, job);
    }

    JobRunner.Verdict run(Caller caller, UUID job) {
        try {
            var message = new JobMessage(job, caller.org(), JobKind.PREPARE_EMBEDDING, "trace-of-library");
            return runner.run(json.writeValueAsString(message));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static long count(String sql, Object... values) {
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void execute(String sql, Object... values) {
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
