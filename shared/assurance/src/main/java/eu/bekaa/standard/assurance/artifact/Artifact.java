package eu.bekaa.standard.assurance.artifact;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Version;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All versions of one kind in an assessment, seen as one thing. Its id is that of its first version.
@Serdeable
@Schema(description = "All versions of one kind in an assessment, seen as one thing.")
public record Artifact(
        @Schema(description = "Id of the artifact.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID artifactId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Assessment it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "What it is.", example = "soa")
        ArtifactKind artifactType,

        @Schema(description = "How many versions there are.", example = "3")
        int versionCount,

        @Schema(description = "Number of the newest version.", example = "3")
        int latestVersionNumber,

        @Schema(description = "State of the newest version.", example = "under_review")
        Version.Status latestStatus,

        @Schema(description = "Number of the version that counts, if one is approved.", example = "2") @Nullable
        Integer approvedVersionNumber,

        @Schema(description = "Id of that version.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID approvedVersionId,

        @Schema(description = "Who drafted the first version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID createdBy,

        @Schema(description = "When the first version was drafted.", example = "2026-04-19T10:30:00Z")
        Instant createdAt) {
    /// @param versions all of one kind, by number
    static Artifact of(List<Version> versions) {
        var first = versions.getFirst().header();
        var latest = versions.getLast();
        var approved = versions.stream()
                .filter(version -> version.status() == Version.Status.APPROVED)
                .map(Version::header)
                .findFirst();
        return new Artifact(
                first.id(),
                first.organizationId(),
                first.assessmentId(),
                first.kind(),
                versions.size(),
                latest.header().number(),
                latest.status(),
                approved.map(header -> header.number()).orElse(null),
                approved.map(header -> header.id()).orElse(null),
                first.createdBy(),
                first.createdAt());
    }
}
