package eu.bekaa.standard.assurance.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the answer about a version tells, whatever it is a version of; the features add its id and its sources.
@Serdeable
@Schema(description = "What is told of every version, whatever it is a version of.")
public record VersionHistory(
        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "The assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(description = "Counts the versions of the assessment from 1.", example = "1")
        int versionNumber,

        @Schema(description = "State of the version.", example = "draft")
        Version.Status status,

        @Schema(description = "The pinned SCF version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID scfVersionId,

        @Schema(
                description = "The agent run that drafted it; null where a person or key drafted it.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID generatedByAgentRunId,

        @Schema(description = "Who drafted it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID createdBy,

        @Schema(description = "When it was drafted.", example = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was submitted for review.", example = "2026-11-22T09:30:00Z") @Nullable
        Instant submittedForReviewAt,

        @Schema(description = "Who approved it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID approvedBy,

        @Schema(description = "When it was approved.", example = "2026-11-23T09:30:00Z") @Nullable
        Instant approvedAt,

        @Schema(
                description = "The decision by which it was approved or sent back.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID approvalEventId,

        @Schema(description = "The version that took its place.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID supersededBy,

        @Schema(description = "Why it was sent back.", example = "GAP-002 is too harsh.") @Nullable
        String rejectionReason,

        @Schema(
                description = "SHA-256 of what was submitted, 64 hex digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String contentHash,

        @Schema(
                description =
                        "Limitations, assumptions, counts, the rationale of an exception, the reason of approval.",
                example = "{\"limitations\": [\"Findings are derived by rule.\"]}")
        Map<String, Object> metadata) {
    public static VersionHistory of(Version version) {
        var view = VersionView.of(version);
        var header = view.header();
        return new VersionHistory(
                header.organizationId(),
                header.assessmentId(),
                header.number(),
                view.status(),
                header.sources().scfVersionId(),
                agentRun(header),
                header.createdBy(),
                header.createdAt(),
                view.submittedAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.approvalId(),
                view.supersededBy(),
                version instanceof Version.Rejected rejected ? rejected.reason() : null,
                header.contentHash(),
                header.metadata());
    }

    private static @Nullable UUID agentRun(Header header) {
        return header.metadata().get("generated_by_agent_run_id") instanceof String id ? UUID.fromString(id) : null;
    }
}
