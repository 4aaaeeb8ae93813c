package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Writes the vectors of many chunks in few round trips, in the open transaction.
@Singleton
class VectorWriter {
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    VectorWriter(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Gives each chunk a reference under the model, unless it has one (STD-44).
    void refer(Caller caller, String model, Collection<DocumentChunk> chunks) {
        try (var refer = prepare("""
                INSERT INTO vector_reference (vector_reference_id, organization_id, chunk_id, model, text_hash, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (organization_id, chunk_id, model) DO NOTHING
                """)) {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            for (var chunk : chunks) {
                refer.setObject(1, ids.next());
                refer.setObject(2, caller.org());
                refer.setObject(3, chunk.chunkId());
                refer.setString(4, model);
                refer.setString(5, chunk.textHash());
                refer.setObject(6, now);
                refer.addBatch();
            }
            refer.executeBatch();
        } catch (SQLException failure) {
            throw new DataAccessException("The references cannot be written.", failure);
        }
    }

    /// Puts these vectors in the place of any that the chunks have under the model.
    void replace(Caller caller, String model, Map<DocumentChunk, List<Embedder.Part>> vectors) {
        try (var forget = prepare("""
                        DELETE FROM chunk_vector
                         WHERE organization_id = ?
                           AND chunk_id = ?
                           AND model = ?
                        """);
                var store = prepare("""
                        INSERT INTO chunk_vector (organization_id, chunk_id, model, part, start_offset, end_offset, components)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
                var show = prepare("""
                        INSERT INTO chunk_sign (organization_id, chunk_id, model, part, assessment_id, document_id, signs)
                        VALUES (?, ?, ?, ?, ?, ?, CAST(? AS bit varying))
                        """);
                var count = prepare("""
                        UPDATE vector_reference
                           SET parts = ?
                         WHERE organization_id = ?
                           AND chunk_id = ?
                           AND model = ?
                        """)) {
            for (var entry : vectors.entrySet()) {
                var chunk = entry.getKey();
                forget.setObject(1, caller.org());
                forget.setObject(2, chunk.chunkId());
                forget.setString(3, model);
                forget.addBatch();
                count.setInt(1, entry.getValue().size());
                count.setObject(2, caller.org());
                count.setObject(3, chunk.chunkId());
                count.setString(4, model);
                count.addBatch();
                for (int i = 0; i < entry.getValue().size(); i++) {
                    var part = entry.getValue().get(i);
                    key(store, caller, chunk, model, i);
                    store.setInt(5, part.start());
                    store.setInt(6, part.end());
                    store.setBytes(7, part.vector().components());
                    store.addBatch();
                    key(show, caller, chunk, model, i);
                    show.setObject(5, chunk.assessmentId());
                    show.setObject(6, chunk.documentId());
                    show.setString(7, part.vector().signs());
                    show.addBatch();
                }
            }
            forget.executeBatch();
            store.executeBatch();
            show.executeBatch();
            count.executeBatch();
        } catch (SQLException failure) {
            throw new DataAccessException("The vectors cannot be written.", failure);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return transactions.connection().prepareStatement(sql);
    }

    private static void key(PreparedStatement at, Caller caller, DocumentChunk chunk, String model, int part)
            throws SQLException {
        at.setObject(1, caller.org());
        at.setObject(2, chunk.chunkId());
        at.setString(3, model);
        at.setInt(4, part);
    }
}
