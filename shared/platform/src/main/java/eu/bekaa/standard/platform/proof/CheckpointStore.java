package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.data.CanonicalJson;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The checkpoints of an organization, as they were signed.
@Singleton
final class CheckpointStore {
    private static final String KEEP = """
            INSERT INTO audit_checkpoint (organization_id, sequence, head_hash, root_hash, signed_at, key_id, signature)
            VALUES (?, ?, ?, ?, CAST(? AS timestamptz), ?, ?)
                ON CONFLICT (organization_id, sequence) DO NOTHING
            """;
    private static final String ALL = """
            SELECT sequence, head_hash, root_hash, signed_at, key_id, signature
              FROM audit_checkpoint
             WHERE organization_id = ?
             ORDER BY sequence
            """;

    private final Transactions transactions;

    CheckpointStore(Transactions transactions) {
        this.transactions = transactions;
    }

    void keep(Caller caller, AuditCheckpoint checkpoint) {
        try (var insert = transactions.connection().prepareStatement(KEEP)) {
            insert.setObject(1, caller.org());
            insert.setLong(2, checkpoint.sequence());
            insert.setString(3, checkpoint.headHash());
            insert.setString(4, checkpoint.rootHash());
            insert.setString(5, checkpoint.signedAt());
            insert.setString(6, checkpoint.keyId());
            insert.setString(7, checkpoint.signature());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The checkpoint could not be kept.", failure);
        }
    }

    /// In the order of the log.
    List<AuditCheckpoint> all(Caller caller) {
        try (var select = transactions.connection().prepareStatement(ALL)) {
            select.setObject(1, caller.org());
            var all = new ArrayList<AuditCheckpoint>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    all.add(checkpoint(
                            caller.org(),
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException("The checkpoints could not be read.", failure);
        }
    }

    private static AuditCheckpoint checkpoint(
            UUID organization, long sequence, String head, String root, Instant at, String keyId, String signature) {
        return new AuditCheckpoint(
                organization,
                sequence,
                head,
                root,
                CanonicalJson.timestamp(at),
                AuditCheckpoint.ED25519,
                keyId,
                signature);
    }
}
