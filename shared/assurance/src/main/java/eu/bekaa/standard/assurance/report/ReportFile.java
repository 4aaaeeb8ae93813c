package eu.bekaa.standard.assurance.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One rendering of a report.
/// @param storageKey  where the file lies; null until it is ready, as hash and size
/// @param contentHash SHA-256 of the file, 64 hex digits (STD-102)
/// @param reason      why it failed; null unless it has
@Introspected
record ReportFile(
        UUID versionId,
        UUID organizationId,
        Format format,
        RenderStatus status,
        UUID jobId,
        @Nullable String storageKey,
        @Nullable String contentHash,
        @Nullable Long sizeBytes,
        @Nullable String reason,
        Instant updatedAt) {
    /// The rendering as it is shown.
    @Serdeable
    @Schema(description = "One file of a report.")
    public record View(
            @Schema(description = "What it is.", example = "pdf")
            Format format,

            @Schema(description = "How far it has come.", example = "ready")
            RenderStatus status,

            @Schema(
                    description = "SHA-256 of the file; null until it is ready.",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Nullable
            String contentHash,

            @Schema(description = "Bytes; null until it is ready.", example = "284620") @Nullable
            Long sizeBytes,

            @Schema(
                    description = "Why it could not be rendered; null unless it failed.",
                    example = "The work failed 5 times.")
            @Nullable
            String reason,

            @Schema(description = "The job that renders it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            UUID exportJobId) {}

    View view() {
        return new View(format, status, contentHash, sizeBytes, reason, jobId);
    }
}
