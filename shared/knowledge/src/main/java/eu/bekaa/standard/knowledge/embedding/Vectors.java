package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The vectors that may be found. Every method joins the open transaction.
@Singleton
public class Vectors {
    /// So many windows are compared exactly; up to so many in an assessment the answer is exact. Among 200,000 windows
    /// the ten best chunks found are the true ones in 99.2 % of the cases (docs/search.md).
    public static final int RESCORED = 1_600;

    private final Transactions transactions;

    Vectors(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The windows of an assessment whose signs differ least from the query's, in no particular order. PostgreSQL is to
    /// read those once, not for every row.
    /// @param documents where to look; null for all
    public List<StoredPart> nearest(
            Caller caller, UUID assessment, String model, Vector query, @Nullable Collection<UUID> documents) {
        var sql = """
            WITH query AS MATERIALIZED (SELECT CAST(? AS bit varying) AS signs),
            nearest AS MATERIALIZED (
                SELECT chunk_id, part
                  FROM chunk_sign
                 WHERE organization_id = ?
                   AND assessment_id = ?
                   AND model = ?
                   AND (CAST(? AS uuid[]) IS NULL OR document_id IN (SELECT unnest(CAST(? AS uuid[]))))
                 ORDER BY bit_count(signs # (SELECT query.signs FROM query)), chunk_id, part
                 LIMIT %d)
            SELECT v.chunk_id, v.part, v.start_offset, v.end_offset, v.components
              FROM nearest n
              JOIN chunk_vector v
                ON v.organization_id = ?
               AND v.chunk_id = n.chunk_id
               AND v.model = ?
               AND v.part = n.part
            """.formatted(RESCORED);
        return parts(sql, (at, connection) -> {
            at.setString(1, query.signs());
            at.setObject(2, caller.org());
            at.setObject(3, assessment);
            at.setString(4, model);
            at.setArray(5, documents == null ? null : uuids(connection, documents));
            at.setArray(6, documents == null ? null : uuids(connection, documents));
            at.setObject(7, caller.org());
            at.setString(8, model);
        });
    }

    /// The next windows of an assessment in key order, for those who compare many queries with all of them.
    /// @param after the last window already read, null at first
    public List<StoredPart> block(Caller caller, UUID assessment, String model, @Nullable StoredPart after, int rows) {
        var sql = """
            SELECT v.chunk_id, v.part, v.start_offset, v.end_offset, v.components
              FROM (SELECT chunk_id, part
                      FROM chunk_sign
                     WHERE organization_id = ?
                       AND assessment_id = ?
                       AND model = ?
                       AND (chunk_id, part) > (?, ?)
                     ORDER BY chunk_id, part
                     LIMIT ?) s
              JOIN chunk_vector v
                ON v.organization_id = ?
               AND v.chunk_id = s.chunk_id
               AND v.model = ?
               AND v.part = s.part
             ORDER BY v.chunk_id, v.part
            """;
        return parts(sql, (at, connection) -> {
            at.setObject(1, caller.org());
            at.setObject(2, assessment);
            at.setString(3, model);
            at.setObject(4, after == null ? new UUID(0, 0) : after.chunkId());
            at.setInt(5, after == null ? -1 : after.part());
            at.setInt(6, rows);
            at.setObject(7, caller.org());
            at.setString(8, model);
        });
    }

    /// All windows of these chunks, also of retired ones.
    List<StoredPart> of(Caller caller, String model, Collection<UUID> chunks) {
        var sql = """
            SELECT chunk_id, part, start_offset, end_offset, components
              FROM chunk_vector
             WHERE organization_id = ?
               AND chunk_id = ANY (?)
               AND model = ?
             ORDER BY chunk_id, part
            """;
        return parts(sql, (at, connection) -> {
            at.setObject(1, caller.org());
            at.setArray(2, uuids(connection, chunks));
            at.setString(3, model);
        });
    }

    private interface Binding {
        void to(PreparedStatement statement, Connection connection) throws SQLException;
    }

    private List<StoredPart> parts(String sql, Binding parameters) {
        var connection = transactions.connection();
        try (var statement = connection.prepareStatement(sql)) {
            parameters.to(statement, connection);
            var parts = new ArrayList<StoredPart>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var vector = Vector.of(row.getBytes(5));
                    parts.add(new StoredPart(
                            row.getObject(1, UUID.class), row.getInt(2), row.getInt(3), row.getInt(4), vector));
                }
            }
            return parts;
        } catch (SQLException failure) {
            throw new DataAccessException("The vectors cannot be read.", failure);
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
