package eu.bekaa.standard.assurance.artifact;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an artifact, as its history shows it.
@Serdeable
@Schema(description = "One version of an artifact.")
public record ArtifactVersion(
        @Schema(description = "Id of the version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID artifactVersionId,

        @Schema(description = "What it is a version of.", example = "soa")
        ArtifactKind artifactType,

        @Schema(description = "Counts the versions of the artifact from 1.", example = "2")
        int versionNumber,

        @Schema(description = "Where it stands.", example = "approved")
        Version.Status status,

        @Schema(description = "Who drafted it.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID createdBy,

        @Schema(description = "When it was drafted.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was submitted for review.", example = "2026-04-19T11:00:00Z") @Nullable
        Instant submittedForReviewAt,

        @Schema(description = "Who approved it.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID approvedBy,

        @Schema(description = "When it was approved.", example = "2026-04-20T08:00:00Z") @Nullable
        Instant approvedAt,

        @Schema(description = "Why it was approved or sent back.", example = "Justifications checked.") @Nullable
        String reason,

        @Schema(description = "The version that it replaces.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID supersedesVersionId,

        @Schema(description = "The version that replaces it.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID supersededBy,

        @Schema(
                description = "SHA-256 of what was submitted, lower-case hex; null while a draft.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String contentHash,

        @Schema(description = "Trace of the request that drafted it.", example = "8f14e45fceea167a")
        String traceId) {
    public static ArtifactVersion of(Version version) {
        var view = VersionView.of(version);
        var header = view.header();
        return new ArtifactVersion(
                header.id(),
                header.kind(),
                header.number(),
                view.status(),
                header.createdBy(),
                header.createdAt(),
                view.submittedAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.reason(),
                header.supersedes(),
                view.supersededBy(),
                header.contentHash(),
                header.traceId());
    }
}
