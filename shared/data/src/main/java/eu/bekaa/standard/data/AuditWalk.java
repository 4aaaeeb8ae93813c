package eu.bekaa.standard.data;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of one walk along a chain: fed record by record, it remembers the first that does not fit.
final class AuditWalk {
    private long count;
    private long legacy;
    private long expected = 1;
    private String previous = AuditChain.ORIGIN;
    private @Nullable Long first;
    private @Nullable Long headSequence;
    private @Nullable String headHash;
    private @Nullable Long tamperedAt;
    private @Nullable String reason;
    private final Map<Long, String> seals;
    private long sealed;

    /// @param seals the record hashes that signed checkpoints vouch for, by sequence
    AuditWalk(Map<Long, String> seals) {
        this.seals = Map.copyOf(seals);
    }

    void head(@Nullable Long sequence, @Nullable String hash) {
        headSequence = sequence;
        headHash = hash;
    }

    long headSequence() {
        return headSequence == null ? 0 : headSequence;
    }

    String headHash() {
        return headHash == null ? AuditChain.ORIGIN : headHash;
    }

    void next(AuditRecord record) {
        count++;
        if (first == null && record.recordHash() == null) {
            legacy++;
            expected = record.sequence() + 1;
            return;
        }
        if (first == null) {
            first = record.sequence();
        }
        if (tamperedAt != null) {
            return;
        }
        if (record.sequence() != expected) {
            found(expected, "A record is missing.");
        } else if (!previous.equals(record.prevHash())) {
            found(record.sequence(), "The record does not link to the one before it.");
        } else if (!AuditChain.hash(record).equals(record.recordHash())) {
            found(record.sequence(), "The record's content does not match its hash.");
        } else if (headSequence == null || record.sequence() > headSequence) {
            found(record.sequence(), "The record was added behind the head of the chain.");
        } else {
            seal(record);
        }
        expected = record.sequence() + 1;
        previous = record.recordHash();
    }

    /// A history rewritten with matching hashes still differs from what a checkpoint has vouched for.
    private void seal(AuditRecord record) {
        var seal = seals.get(record.sequence());
        if (seal == null) {
            return;
        }
        if (seal.equals(record.recordHash())) {
            sealed = record.sequence();
        } else {
            found(sealed + 1, "History was rewritten between a signed checkpoint and the next.");
        }
    }

    AuditVerification verdict(Instant at) {
        if (tamperedAt == null && headSequence != null) {
            if (headSequence >= expected) {
                found(expected, "The newest records are missing.");
            } else if (!previous.equals(headHash)) {
                found(headSequence, "The head of the chain does not match the newest record.");
            }
        }
        if (tamperedAt == null && seals.keySet().stream().anyMatch(sequence -> sequence >= expected)) {
            found(expected, "The newest records are missing: a signed checkpoint counts more.");
        }
        return new AuditVerification(
                tamperedAt == null ? "ok" : "tampered", count, legacy, first, at, tamperedAt, reason);
    }

    private void found(long sequence, String what) {
        tamperedAt = sequence;
        reason = what;
    }
}
