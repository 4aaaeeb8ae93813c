package eu.bekaa.standard.data;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
        next(record.sequence(), record.prevHash(), record.recordHash(), () -> AuditChain.hash(record));
    }

    /// @param recordHash as it is kept; null before the chain began
    /// @param computed   the hash of the record's content
    void next(long sequence, @Nullable String prevHash, @Nullable String recordHash, Supplier<String> computed) {
        count++;
        if (first == null && recordHash == null) {
            legacy++;
            expected = sequence + 1;
            return;
        }
        if (first == null) {
            first = sequence;
        }
        if (tamperedAt != null) {
            return;
        }
        if (sequence != expected) {
            found(expected, "A record is missing.");
        } else if (!previous.equals(prevHash)) {
            found(sequence, "The record does not link to the one before it.");
        } else if (!computed.get().equals(recordHash)) {
            found(sequence, "The record's content does not match its hash.");
        } else if (headSequence == null || sequence > headSequence) {
            found(sequence, "The record was added behind the head of the chain.");
        } else {
            seal(sequence, Objects.requireNonNull(recordHash));
        }
        expected = sequence + 1;
        previous = Objects.requireNonNullElse(recordHash, "");
    }

    /// A history rewritten with matching hashes still differs from what a checkpoint has vouched for.
    private void seal(long sequence, String recordHash) {
        var seal = seals.get(sequence);
        if (seal == null) {
            return;
        }
        if (seal.equals(recordHash)) {
            sealed = sequence;
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
