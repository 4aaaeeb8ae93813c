package eu.bekaa.standard.knowledge.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far one document has come.
@Serdeable
@Schema(description = "How far a document has come.")
public record DocumentProgress(
        @Schema(description = "The document.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID documentId,

        @Schema(description = "How far it has come.", example = "embedded")
        DocumentStatus status,

        @Schema(
                description = "Why it failed or was rejected, in words.",
                example = "The file is protected by a password.")
        @Nullable
        String statusReason,

        @Schema(description = "What is known of malware in it.", example = "skipped")
        ScanStatus scanStatus,

        @Schema(description = "How many chunks of it are searched.", example = "17")
        int chunkCount,

        @Schema(description = "The newest work on it.") @Nullable
        IngestionJob lastJob) {}
