package eu.bekaa.standard.data;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One hash chain per organization (SCP-60..63): each record carries the hash of the one before, the newest is kept
/// apart in `audit_head`, so that a missing tail is found too. The head row is locked from here to the commit that
/// follows at once.
@Singleton
final class AuditChain {
    /// What the first record links to.
    static final String ORIGIN = "0".repeat(64);

    private static final String LOCK_HEAD = """
            SELECT sequence, record_hash
              FROM audit_head
             WHERE organization_id = ?
               FOR NO KEY UPDATE
            """;
    /// The first record of an organization, whoever comes first with it.
    private static final String MAKE_HEAD = """
            INSERT INTO audit_head (organization_id, sequence, record_hash)
            VALUES (?, 0, ?)
                ON CONFLICT (organization_id) DO UPDATE SET sequence = audit_head.sequence
            RETURNING sequence, record_hash
            """;
    private static final String APPEND = """
            INSERT INTO audit_record (organization_id, sequence, audit_id, assessment_id, actor_id, actor_type, action,
                                      resource_type, resource_id, outcome, occurred_at, trace_id, ip_address, user_agent,
                                      metadata_safe, prev_hash, record_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
            """;
    /// The last record of a transaction, and the head with it: one round trip.
    private static final String APPEND_LAST = "WITH appended AS (" + APPEND + """
            )
            UPDATE audit_head
               SET sequence = ?, record_hash = ?
             WHERE organization_id = ?
            """;
    private static final int COLUMNS = 17;

    private final JsonMapper json;

    AuditChain(JsonMapper json) {
        this.json = json;
    }

    void append(Connection connection, UUID organization, List<AuditEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        var head = lockHead(connection, organization);
        if (entries.size() > 1) {
            try (var insert = connection.prepareStatement(APPEND)) {
                for (AuditEntry entry : entries.subList(0, entries.size() - 1)) {
                    head = link(head, organization, entry, insert);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        try (var last = connection.prepareStatement(APPEND_LAST)) {
            head = link(head, organization, entries.getLast(), last);
            last.setLong(COLUMNS + 1, head.sequence());
            last.setString(COLUMNS + 2, head.hash());
            last.setObject(COLUMNS + 3, organization);
            last.executeUpdate();
        }
    }

    private record Head(long sequence, String hash) {}

    private static Head lockHead(Connection connection, UUID organization) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK_HEAD)) {
            lock.setObject(1, organization);
            try (var rows = lock.executeQuery()) {
                if (rows.next()) {
                    return new Head(rows.getLong(1), rows.getString(2));
                }
            }
        }
        try (var make = connection.prepareStatement(MAKE_HEAD)) {
            make.setObject(1, organization);
            make.setString(2, ORIGIN);
            try (var rows = make.executeQuery()) {
                rows.next();
                return new Head(rows.getLong(1), rows.getString(2));
            }
        }
    }

    private Head link(Head head, UUID organization, AuditEntry entry, PreparedStatement insert) throws SQLException {
        var caller = entry.caller();
        var event = entry.event();
        var unhashed = new AuditRecord(
                head.sequence() + 1,
                entry.id(),
                organization,
                event.assessmentId(),
                caller.actor().id(),
                caller.actor().type(),
                event.action(),
                event.resourceType(),
                event.resourceId(),
                event.outcome().toString(),
                entry.occurredAt(),
                caller.traceId(),
                caller.ipAddress(),
                caller.userAgent(),
                event.metadata(),
                head.hash(),
                "");
        var hash = hash(unhashed);
        int column = 0;
        insert.setObject(++column, organization);
        insert.setLong(++column, unhashed.sequence());
        insert.setObject(++column, unhashed.id());
        insert.setObject(++column, unhashed.assessmentId());
        insert.setObject(++column, unhashed.actorId());
        insert.setString(++column, unhashed.actorType());
        insert.setString(++column, unhashed.action());
        insert.setString(++column, unhashed.resourceType());
        insert.setObject(++column, unhashed.resourceId());
        insert.setString(++column, unhashed.outcome());
        insert.setTimestamp(++column, Timestamp.from(unhashed.timestamp()));
        insert.setString(++column, unhashed.traceId());
        insert.setString(++column, unhashed.ipAddress());
        insert.setString(++column, unhashed.userAgent());
        insert.setString(++column, CanonicalJson.of(unhashed.metadataSafe()));
        insert.setString(++column, unhashed.prevHash());
        insert.setString(++column, hash);
        return new Head(unhashed.sequence(), hash);
    }

    /// The hash that belongs to a record, whatever its `recordHash` says.
    static String hash(AuditRecord record) {
        return HexFormat.of().formatHex(sha256().digest(hashedText(record).getBytes(StandardCharsets.UTF_8)));
    }

    /// The canonical JSON over which the hash of a record is taken.
    static String hashedText(AuditRecord record) {
        return CanonicalJson.of(fields(record));
    }

    /// A record as a line of an export: what was hashed, and the hash.
    static String line(AuditRecord record) {
        var fields = fields(record);
        fields.put("record_hash", record.recordHash());
        return CanonicalJson.of(fields);
    }

    private static Map<String, @Nullable Object> fields(AuditRecord record) {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("sequence", record.sequence());
        fields.put("id", record.id().toString());
        fields.put("organization_id", record.organizationId().toString());
        fields.put("assessment_id", text(record.assessmentId()));
        fields.put("actor_id", text(record.actorId()));
        fields.put("actor_type", record.actorType());
        fields.put("action", record.action());
        fields.put("resource_type", record.resourceType());
        fields.put("resource_id", text(record.resourceId()));
        fields.put("outcome", record.outcome());
        fields.put("timestamp", CanonicalJson.timestamp(record.timestamp()));
        fields.put("trace_id", record.traceId());
        fields.put("ip_address", record.ipAddress());
        fields.put("user_agent", record.userAgent());
        fields.put("metadata_safe", record.metadataSafe());
        fields.put("prev_hash", record.prevHash());
        return fields;
    }

    /// The metadata column as the values that were hashed.
    Map<String, Object> metadata(String stored) {
        try {
            var values = new HashMap<String, Object>();
            var parsed = json.readValue(stored, Map.class);
            if (parsed != null) {
                ((Map<?, ?>) parsed).forEach((key, value) -> values.put(String.valueOf(key), plain(value)));
            }
            return values;
        } catch (IOException damaged) {
            return Map.of("unreadable", stored);
        }
    }

    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Integer number -> number.longValue();
            case Number number when number.doubleValue() == number.longValue() -> number.longValue();
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
