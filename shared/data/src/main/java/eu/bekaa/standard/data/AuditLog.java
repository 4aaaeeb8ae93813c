package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads and checks the audit chain of the caller's organization. Changes nothing (SCP-64).
@Singleton
public class AuditLog {
    private static final int FETCH = 2_000;
    private static final String PAGE = """
            SELECT *
              FROM audit_record
             WHERE organization_id = ?
               AND sequence < ?
               AND (CAST(? AS uuid) IS NULL OR assessment_id = ?)
               AND (CAST(? AS uuid) IS NULL OR actor_id = ?)
               AND (CAST(? AS text) IS NULL OR action = ?)
               AND (CAST(? AS timestamptz) IS NULL OR occurred_at >= ?)
               AND (CAST(? AS timestamptz) IS NULL OR occurred_at < ?)
             ORDER BY sequence DESC
             LIMIT ?
            """;
    /// One statement, so that head and records are of one moment; always at least one row.
    private static final String WALK = """
            SELECT h.sequence AS head_sequence, h.record_hash AS head_hash, r.*
              FROM (SELECT CAST(? AS uuid) AS organization_id) o
              LEFT JOIN audit_head h ON h.organization_id = o.organization_id
              LEFT JOIN audit_record r ON r.organization_id = o.organization_id
             ORDER BY r.sequence
            """;

    private static final String HEAD = """
            SELECT sequence, record_hash
              FROM audit_head
             WHERE organization_id = ?
            """;
    private static final String HASHES = """
            SELECT record_hash
              FROM audit_record
             WHERE organization_id = ?
               AND sequence <= ?
             ORDER BY sequence
            """;
    private static final String SLICE = """
            SELECT *
              FROM audit_record
             WHERE organization_id = ?
               AND sequence >= ?
             ORDER BY sequence
             LIMIT ?
            """;

    private final Transactions transactions;
    private final AuditChain chain;
    private final Clock clock;

    AuditLog(Transactions transactions, AuditChain chain, Clock clock) {
        this.transactions = transactions;
        this.chain = chain;
        this.clock = clock;
    }

    /// Which records are wanted; an absent component does not filter.
    public record Filter(
            @Nullable UUID assessmentId,
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /// Records of the caller's organization, newest first.
    @ReadOnly
    public Page<AuditRecord> page(Caller caller, Filter filter, PageRequest page) {
        long before = page.key() == null ? Long.MAX_VALUE : page.after();
        try (var select = transactions.connection().prepareStatement(PAGE)) {
            int column = 0;
            select.setObject(++column, caller.org());
            select.setLong(++column, before);
            for (var value : new @Nullable Object[] {filter.assessmentId(), filter.actorId(), filter.action()}) {
                select.setObject(++column, value);
                select.setObject(++column, value);
            }
            for (var value : new @Nullable Instant[] {filter.from(), filter.to()}) {
                var text = value == null ? null : Timestamp.from(value);
                select.setTimestamp(++column, text);
                select.setTimestamp(++column, text);
            }
            select.setInt(++column, page.limit() + 1);
            var records = new ArrayList<AuditRecord>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(record(rows));
                }
            }
            return Page.of(records, page.limit(), AuditRecord::sequence);
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit log could not be read.", failure);
        }
    }

    /// Walks the whole chain, row by row, and names the first sequence that fails (SCP-61).
    /// @param seals the record hashes that signed checkpoints vouch for, by sequence
    @ReadOnly
    public AuditVerification verify(Caller caller, Map<Long, String> seals) {
        var quick = quick(seals);
        // an empty log has no row to carry the head; and what looks amiss is looked at thoroughly
        return quick.status().equals("ok") && quick.recordCount() > 0
                ? quick
                : walk(caller, seals, _ -> {}).verdict(clock.instant());
    }

    private AuditVerification quick(Map<Long, String> seals) {
        try {
            return QuickWalk.along(transactions.connection(), seals).verdict(clock.instant());
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit chain could not be read.", failure);
        }
    }

    /// The records of an assessment, cut out of a walk along the whole chain.
    @ReadOnly
    public AuditSlice slice(Caller caller, UUID assessmentId) {
        var records = new ArrayList<AuditRecord>();
        var walk = walk(caller, Map.of(), record -> {
            if (assessmentId.equals(record.assessmentId())) {
                records.add(record);
            }
        });
        return new AuditSlice(records, walk.verdict(clock.instant()), walk.headSequence(), walk.headHash());
    }

    private AuditWalk walk(Caller caller, Map<Long, String> seals, Consumer<AuditRecord> each) {
        try (var select = transactions.connection().prepareStatement(WALK)) {
            select.setFetchSize(FETCH);
            select.setObject(1, caller.org());
            try (var rows = select.executeQuery()) {
                var walk = new AuditWalk(seals);
                while (rows.next()) {
                    walk.head(rows.getObject("head_sequence", Long.class), rows.getString("head_hash"));
                    if (rows.getObject("sequence") != null) {
                        var record = record(rows);
                        walk.next(record);
                        each.accept(record);
                    }
                }
                return walk;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit chain could not be read.", failure);
        }
    }

    /// Where the chain ends.
    /// @param sequence   0 for an empty log
    /// @param recordHash the newest record's; 64 zeros for an empty log
    public record Head(long sequence, String recordHash) {}

    @ReadOnly
    public Head head(Caller caller) {
        try (var select = transactions.connection().prepareStatement(HEAD)) {
            select.setObject(1, caller.org());
            try (var row = select.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, AuditChain.ORIGIN);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The head of the audit chain could not be read.", failure);
        }
    }

    /// The record hashes from the first on, in order.
    /// @param upTo the last one wanted
    @ReadOnly
    public List<String> hashes(Caller caller, long upTo) {
        try (var select = transactions.connection().prepareStatement(HASHES)) {
            select.setFetchSize(FETCH);
            select.setObject(1, caller.org());
            select.setLong(2, upTo);
            var hashes = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
            }
            return hashes;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit chain could not be read.", failure);
        }
    }

    /// Records as lines that anybody can check: canonical JSON of what was hashed, and the hash.
    /// @param from the first one wanted
    /// @param most how many at most
    @ReadOnly
    public List<String> export(Caller caller, long from, int most) {
        try (var select = transactions.connection().prepareStatement(SLICE)) {
            select.setObject(1, caller.org());
            select.setLong(2, from);
            select.setInt(3, most);
            var lines = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(AuditChain.line(record(rows)));
                }
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit log could not be read.", failure);
        }
    }

    private AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("sequence"),
                row.getObject("audit_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("assessment_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_type"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("outcome"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("trace_id"),
                row.getString("ip_address"),
                row.getString("user_agent"),
                chain.metadata(row.getString("metadata_safe")),
                row.getString("prev_hash"),
                row.getString("record_hash"));
    }
}
