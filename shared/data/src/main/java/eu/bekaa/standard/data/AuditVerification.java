package eu.bekaa.standard.data;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a walk along a chain found (SCP-61..64).
@Serdeable
@Schema(description = "The result of walking an audit chain from its first record to its last.")
public record AuditVerification(
        @Schema(description = "ok, or tampered.", example = "ok")
        String status,

        @Schema(description = "Records in the log.", example = "1042")
        long recordCount,

        @Schema(description = "Records older than the chain, without a hash.", example = "0")
        long legacyRecordCount,

        @Schema(description = "The first record with a hash; null in an empty log.", example = "1") @Nullable
        Long firstChainedSequence,

        @Schema(description = "When this walk was made.", example = "2026-04-19T10:30:00Z")
        Instant lastVerifiedAt,

        @Schema(description = "The first record that fails, is missing or was added.", example = "214") @Nullable
        Long tamperedAtSequence,

        @Schema(description = "What is wrong there.", example = "The record's content does not match its hash.")
        @Nullable
        String error) {
    /// The same walk, with what was found beside it.
    public AuditVerification tampered(long sequence, String what) {
        return new AuditVerification(
                "tampered", recordCount, legacyRecordCount, firstChainedSequence, lastVerifiedAt, sequence, what);
    }
}
