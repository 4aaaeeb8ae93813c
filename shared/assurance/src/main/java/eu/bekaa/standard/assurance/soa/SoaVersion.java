package eu.bekaa.standard.assurance.soa;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionHistory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of an assessment's SoA, without its items (contract §8).
@Serdeable
@Schema(description = "A version of an assessment's Statement of Applicability, without its items.")
public record SoaVersion(
        @Schema(description = "Id of the version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID soaVersionId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourceFrameworkId,

        @Schema(description = "The scope it was drafted within.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID sourceScopeId,

        @Schema(description = "When it became part of what the assessment knows.", example = "2026-11-21T11:05:00Z")
        @Nullable
        Instant ingestedAt,

        @JsonUnwrapped VersionHistory history) {
    static SoaVersion of(Version version, @Nullable SoaIngestion ingestion) {
        var header = version.header();
        return new SoaVersion(
                header.id(),
                header.sources().frameworkId(),
                header.sources().scopeId(),
                ingestion == null ? null : ingestion.ingestedAt(),
                VersionHistory.of(version));
    }
}
