package eu.bekaa.standard.platform.proof;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Shows that a record is in the log that a checkpoint speaks of (RFC 9162 §2.1.3).
@Serdeable
@Schema(description = "Shows that a record is in the log that a checkpoint speaks of.")
public record InclusionProof(
        @Schema(description = "Place of the record, from 1.", example = "17")
        long sequence,

        @Schema(
                description = "Hash of the record.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String recordHash,

        @Schema(description = "Place of its leaf, from 0.", example = "16")
        long leafIndex,

        @Schema(description = "Leaves of the tree.", example = "1042")
        long treeSize,

        @Schema(
                description = "Siblings from the leaf to the root.",
                example = "[\"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752\"]")
        List<String> path,

        @Schema(description = "The checkpoint whose root the path leads to.")
        AuditCheckpoint checkpoint) {}
