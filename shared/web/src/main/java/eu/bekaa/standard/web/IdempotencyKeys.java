package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The claims of idempotency keys. A claim is a row: whoever comes second waits for the first to commit, then sees
/// its answer.
@Singleton
final class IdempotencyKeys {
    private static final int MAX_KEPT_BYTES = 512 * 1024;
    private static final String CLAIM = """
            INSERT INTO idempotency_key (organization_id, endpoint, key, body_hash, created_at)
            VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (organization_id, endpoint, key) DO UPDATE
               SET body_hash = excluded.body_hash, status = NULL, location = NULL, answer = NULL, created_at = excluded.created_at
             WHERE idempotency_key.created_at < excluded.created_at - interval '24 hours'
            RETURNING 1
            """;
    private static final String FIRST = """
            SELECT body_hash, status, location, answer
              FROM idempotency_key
             WHERE organization_id = ?
               AND endpoint = ?
               AND key = ?
            """;
    private static final String KEEP = """
            UPDATE idempotency_key
               SET status = ?, location = ?, answer = ?
             WHERE organization_id = ?
               AND endpoint = ?
               AND key = ?
            """;

    private final Transactions transactions;
    private final Clock clock;

    IdempotencyKeys(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param endpoint method and path
    record Use(String endpoint, String key, String bodyHash) {}

    /// Claims the key within the open transaction.
    /// @throws Replay  when the same request was answered before
    /// @throws Refusal `CONFLICT` for another body, or for an answer that could not be kept
    void claim(Caller caller, Use use) {
        try (var insert = transactions.connection().prepareStatement(CLAIM)) {
            insert.setObject(1, caller.org());
            insert.setString(2, use.endpoint());
            insert.setString(3, use.key());
            insert.setString(4, use.bodyHash());
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            try (var row = insert.executeQuery()) {
                if (!row.next()) {
                    refuseOrReplay(caller, use);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The idempotency key could not be claimed.", failure);
        }
    }

    private void refuseOrReplay(Caller caller, Use use) throws SQLException {
        try (var select = transactions.connection().prepareStatement(FIRST)) {
            select.setObject(1, caller.org());
            select.setString(2, use.endpoint());
            select.setString(3, use.key());
            try (var row = select.executeQuery()) {
                row.next();
                if (!use.bodyHash().equals(row.getString("body_hash"))) {
                    throw new Refusal(ErrorCode.CONFLICT, "This idempotency key was used for another request.");
                }
                var answer = row.getString("answer");
                if (answer == null) {
                    throw new Refusal(
                            ErrorCode.CONFLICT,
                            "The request was carried out; its answer held a secret or was too large to keep.");
                }
                throw new Replay(new Replay.Kept(row.getInt("status"), row.getString("location"), answer));
            }
        }
    }

    /// Keeps the answer for 24 hours; without a body, or with one over 512 KB, only the claim.
    void keep(Caller caller, Use use, int status, @Nullable String location, @Nullable String answer) {
        try (var update = transactions.connection().prepareStatement(KEEP)) {
            update.setInt(1, status);
            update.setString(2, location);
            update.setString(3, answer == null || answer.length() > MAX_KEPT_BYTES ? null : answer);
            update.setObject(4, caller.org());
            update.setString(5, use.endpoint());
            update.setString(6, use.key());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The answer could not be kept.", failure);
        }
    }
}
