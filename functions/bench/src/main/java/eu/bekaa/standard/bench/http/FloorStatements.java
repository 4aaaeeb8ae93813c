package eu.bekaa.standard.bench.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The floor's statements: the product's, in as few round trips as the guarantees allow.
final class FloorStatements {
    private static final String ORGANIZATION = "SELECT set_config('standard.organization', ?, true)";
    private static final String COUNT = """
            INSERT INTO rate_limit AS r (organization_id, actor_id, category, window_start, used)
            VALUES (?, ?, 'floor', ?, 1)
                ON CONFLICT (organization_id, actor_id, category) DO UPDATE
               SET used = CASE WHEN excluded.window_start > r.window_start THEN 1 ELSE r.used + 1 END,
                   window_start = GREATEST(excluded.window_start, r.window_start)
            RETURNING used
            """;
    private static final String CLAIM = """
            INSERT INTO idempotency_key (organization_id, endpoint, key, body_hash, created_at)
            VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
            """;
    private static final String INSERT = """
            INSERT INTO integration (integration_id, organization_id, name, type, provider, auth_method, config, supported_events, scopes,
                                     status, created_by, created_at, updated_at)
            VALUES (?, ?, ?, 'source_connector', 'jira', 'api_key', '{}', '{}', '{}', 'draft', ?, ?, ?)
            """;
    private static final String REMEMBER = """
            INSERT INTO integration_status (integration_status_id, organization_id, integration_id, to_status, reason, actor_id, occurred_at)
            VALUES (?, ?, ?, 'draft', 'It was made.', ?, ?)
            """;
    private static final String KEEP = """
            UPDATE idempotency_key
               SET status = 201, answer = ?
             WHERE organization_id = ?
               AND endpoint = ?
               AND key = ?
            """;
    private static final String HEAD = """
            INSERT INTO audit_head (organization_id, sequence, record_hash)
            VALUES (?, 0, repeat('0', 64))
                ON CONFLICT (organization_id) DO UPDATE SET sequence = audit_head.sequence
            RETURNING sequence, record_hash
            """;
    private static final String APPEND = """
            INSERT INTO audit_record (organization_id, sequence, audit_id, actor_id, actor_type, action, resource_type, resource_id,
                                      outcome, occurred_at, trace_id, metadata_safe, prev_hash, record_hash)
            VALUES (?, ?, ?, ?, 'machine', 'integration.created', 'integration', ?, 'success', ?, 'floor-trace', '{}', ?, ?)
            """;
    private static final String MOVE = "UPDATE audit_head SET sequence = ?, record_hash = ? WHERE organization_id = ?";
    private static final int WINDOW_SECONDS = 60;

    private final DataSource pool;

    FloorStatements(DataSource pool) {
        this.pool = pool;
    }

    /// Who holds a key.
    record Caller(UUID organization, UUID actor) {}

    private interface Work {
        String in(Connection connection) throws SQLException;
    }

    Caller caller(String key) throws SQLException {
        try (var connection = pool.getConnection();
                var select = connection.prepareStatement(
                        "SELECT organization_id, api_key_id, live FROM api_key_caller(?, ?)")) {
            select.setBytes(1, sha256(key));
            select.setTimestamp(2, Timestamp.from(Instant.now()));
            try (var row = select.executeQuery()) {
                if (!row.next() || !row.getBoolean(3)) {
                    throw new IllegalStateException("unauthorized");
                }
                return new Caller(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            }
        }
    }

    String assessment(Caller caller, UUID id) throws SQLException {
        return counted(caller, connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT * FROM assessment WHERE organization_id = ? AND assessment_id = ? AND deleted_at IS NULL")) {
                select.setObject(1, caller.organization());
                select.setObject(2, id);
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return object(rows, new StringBuilder()).toString();
                }
            }
        });
    }

    String items(Caller caller, UUID version) throws SQLException {
        return counted(caller, connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT * FROM soa_item WHERE organization_id = ? AND soa_version_id = ? AND ordinal > 0"
                            + " ORDER BY ordinal LIMIT 51")) {
                select.setObject(1, caller.organization());
                select.setObject(2, version);
                try (var rows = select.executeQuery()) {
                    var text = new StringBuilder("{\"data\":[");
                    for (int i = 0; i < 50 && rows.next(); i++) {
                        object(rows, text.append(i == 0 ? "" : ","));
                    }
                    return text.append("],\"pagination\":{\"limit\":50,\"has_more\":true}}")
                            .toString();
                }
            }
        });
    }

    /// The count stays when the change is rolled back, so it commits first.
    String create(Caller caller, String path, String key, String body) throws SQLException {
        counted(caller, connection -> "");
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, ORGANIZATION, caller.organization().toString());
            var now = Timestamp.from(Instant.now());
            var id = UUID.randomUUID();
            var org = caller.organization();
            execute(connection, CLAIM, org, "POST " + path, key, HexFormat.of().formatHex(sha256(body)), now);
            execute(connection, INSERT, id, org, "integration " + id, caller.actor(), now, now);
            execute(connection, REMEMBER, UUID.randomUUID(), org, id, caller.actor(), now);
            var answer = "{\"integration_id\":\"" + id + "\"}";
            execute(connection, KEEP, answer, org, "POST " + path, key);
            try (var head = prepared(connection, HEAD, org);
                    var row = head.executeQuery()) {
                row.next();
                long sequence = row.getLong(1) + 1;
                var previous = row.getString(2);
                var hash = HexFormat.of()
                        .formatHex(sha256(org + " " + sequence + " integration.created " + id + " " + now + previous));
                execute(connection, APPEND, org, sequence, UUID.randomUUID(), caller.actor(), id, now, previous, hash);
                execute(connection, MOVE, sequence, hash, org);
            }
            connection.commit();
            return answer;
        }
    }

    private String counted(Caller caller, Work work) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, ORGANIZATION, caller.organization().toString());
            long now = Instant.now().getEpochSecond();
            execute(connection, COUNT, caller.organization(), caller.actor(), now - now % WINDOW_SECONDS);
            var answer = work.in(connection);
            connection.commit();
            return answer;
        }
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static StringBuilder object(ResultSet row, StringBuilder text) throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            text.append(i == 1 ? "{\"" : ",\"").append(columns.getColumnName(i)).append("\":");
            var value = row.getString(i);
            if (value == null) {
                text.append("null");
            } else {
                switch (columns.getColumnType(i)) {
                    case Types.INTEGER, Types.DOUBLE, Types.BIGINT -> text.append(value);
                    case Types.BIT, Types.BOOLEAN -> text.append(value.startsWith("t"));
                    default -> quoted(text, value);
                }
            }
        }
        return text.append('}');
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c < ' ' ? ' ' : c);
        }
        text.append('"');
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
