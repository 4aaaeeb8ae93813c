package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.document.DocumentType;
import eu.bekaa.standard.knowledge.embedding.Embedder.Part;
import eu.bekaa.standard.testing.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/// Assessments with documents, chunks and vectors as indexing would have left them, put into the database by COPY.
final class Shelf implements AutoCloseable {
    private static final int FULL = 16 << 20;
    private static final String NO_HASH = "0".repeat(64);

    private final Ids ids;
    private final String model;
    private final Connection superuser;
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    /// @param model whose vectors they are
    Shelf(Ids ids, String model) throws SQLException {
        this.ids = ids;
        this.model = model;
        this.superuser = superuser();
        for (String table : List.of(
                "document (document_id, organization_id, assessment_id, original_filename, normalized_filename,"
                        + " storage_provider, storage_bucket, storage_key, content_hash, mime_type, file_size,"
                        + " uploaded_by, uploaded_at, classification, document_type, language, status, scan_status,"
                        + " trace_id)",
                "document_chunk (chunk_id, organization_id, assessment_id, document_id, chunk_index, chunk_text,"
                        + " text_hash, token_count_estimate, start_offset, end_offset, location_metadata,"
                        + " embedding_status, active, created_at)",
                "vector_reference (vector_reference_id, organization_id, chunk_id, model, text_hash, parts,"
                        + " created_at)",
                "chunk_vector (organization_id, chunk_id, model, part, start_offset, end_offset, components)",
                "chunk_sign (organization_id, assessment_id, model, chunk_id, part, document_id, signs)")) {
            rows.put(table, new StringBuilder());
        }
    }

    /// COPY is not for those whom row-level security concerns; nor need foreign keys be checked one by one.
    private static Connection superuser() throws SQLException {
        try (var owner = TestDatabase.instance().owner()) {
            var connection =
                    DriverManager.getConnection(owner.getMetaData().getURL().replace("standard_owner", "postgres"));
            try (var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
            }
            return connection;
        }
    }

    /// A chunk and its vectors.
    record Chunk(String text, List<Part> parts) {}

    UUID assessment(Caller caller) throws SQLException {
        var id = ids.next();
        try (var insert = superuser.prepareStatement("""
            INSERT INTO assessment (assessment_id, row_version, organization_id, name, state, scf_version_id, scf_version_label,
                                    announced_documents, event_count, cycle_number, is_synthetic, created_by, created_at, updated_at)
            VALUES (?, 0, ?, 'Shelf', 'draft', ?, '2022.3', 0, 0, 1, true, ?, now(), now())
            """)) {
            insert.setObject(1, id);
            insert.setObject(2, caller.org());
            insert.setObject(3, ids.next());
            insert.setObject(4, caller.actor().id());
            insert.execute();
        }
        return id;
    }

    /// @return the document's id
    UUID put(Caller caller, UUID assessment, String name, DocumentType type, List<Chunk> chunks)
            throws SQLException, IOException {
        var document = ids.next();
        var tables = List.copyOf(rows.values());
        row(
                tables.get(0),
                document,
                caller.org(),
                assessment,
                name,
                name,
                "s3",
                "b",
                document,
                NO_HASH,
                "text/plain",
                1,
                caller.actor().id(),
                "now",
                "internal",
                type,
                "en",
                "embedded",
                "skipped",
                "trace-of-shelf");
        for (int i = 0; i < chunks.size(); i++) {
            put(caller, assessment, document, i, chunks.get(i), tables);
        }
        if (tables.stream().mapToInt(StringBuilder::length).sum() > FULL) {
            flush();
        }
        return document;
    }

    private void put(
            Caller caller, UUID assessment, UUID document, int index, Chunk chunk, List<StringBuilder> tables) {
        var id = ids.next();
        var org = caller.org();
        var text = chunk.text()
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        row(
                tables.get(1),
                id,
                org,
                assessment,
                document,
                index,
                text,
                NO_HASH,
                800,
                index,
                index + 1,
                "{}",
                "embedded",
                "t",
                "now");
        row(tables.get(2), ids.next(), org, id, model, NO_HASH, chunk.parts().size(), "now");
        for (int part = 0; part < chunk.parts().size(); part++) {
            var window = chunk.parts().get(part);
            var bytes = "\\\\x" + HexFormat.of().formatHex(window.vector().components());
            row(tables.get(3), org, id, model, part, window.start(), window.end(), bytes);
            row(
                    tables.get(4),
                    org,
                    assessment,
                    model,
                    id,
                    part,
                    document,
                    window.vector().signs());
        }
    }

    private static void row(StringBuilder table, Object... values) {
        for (int i = 0; i < values.length; i++) {
            table.append(i == 0 ? "" : "\t").append(values[i]);
        }
        table.append('\n');
    }

    private void flush() throws SQLException, IOException {
        var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
        for (var table : rows.entrySet()) {
            copy.copyIn(
                    "COPY " + table.getKey() + " FROM STDIN",
                    new StringReader(table.getValue().toString()));
            table.getValue().setLength(0);
        }
    }

    /// Writes what is left, and lets the planner know.
    void done() throws SQLException, IOException {
        flush();
        try (var statement = superuser.createStatement()) {
            statement.execute("VACUUM ANALYZE document, document_chunk, vector_reference, chunk_vector, chunk_sign");
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
