package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of an assessment's SoA, without its items (contract §8).
@Serdeable
@Schema(description = "A version of an assessment's Statement of Applicability, without its items.")
public record SoaVersion(
        @Schema(description = "The version.", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
        UUID soaVersionId,

        @Schema(description = "The organization.", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The assessment.", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "Counts the SoA's versions from 1.", example = "1")
        int versionNumber,

        @Schema(description = "The version's state.", example = "draft")
        Version.Status status,

        @Schema(description = "The framework.", example = "019aa3c2-0004-7c41-8b55-0a1d2f3e4c5b") @Nullable
        UUID sourceFrameworkId,

        @Schema(description = "The pinned SCF version.", example = "019aa3c2-0005-7c41-8b55-0a1d2f3e4c5b") @Nullable
        UUID scfVersionId,

        @Schema(description = "The scope it was drafted within.", example = "019aa3c2-0006-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID sourceScopeId,

        @Schema(
                description = "The agent run that drafted it; null: drafting is deterministic.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID generatedByAgentRunId,

        @Schema(description = "Who drafted it.", example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b")
        UUID createdBy,

        @Schema(description = "When.", example = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was submitted.", example = "2026-11-21T10:00:00Z") @Nullable
        Instant submittedForReviewAt,

        @Schema(description = "Who approved it.", example = "019aa3c2-0007-7c41-8b55-0a1d2f3e4c5b") @Nullable
        UUID approvedBy,

        @Schema(description = "When it was approved.", example = "2026-11-21T11:00:00Z") @Nullable
        Instant approvedAt,

        @Schema(description = "The approval that decided.", example = "019aa3c2-0003-7c41-8b55-0a1d2f3e4c5b") @Nullable
        UUID approvalEventId,

        @Schema(description = "The version that replaced it.", example = "019aa3c2-7d11-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID supersededBy,

        @Schema(description = "Why it was sent back.", example = "Cloud hosting is missing.") @Nullable
        String rejectionReason,

        @Schema(description = "When it became part of what the assessment knows.", example = "2026-11-21T11:05:00Z")
        @Nullable
        Instant ingestedAt,

        @Schema(
                description = "SHA-256 over the items as submitted, 64 hex digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String contentHash,

        @Schema(description = "Counts, and the rationale of an exception.")
        Map<String, Object> metadata) {
    static SoaVersion of(Version version, @Nullable SoaIngestion ingestion) {
        var view = VersionView.of(version);
        var header = view.header();
        var sources = header.sources();
        return new SoaVersion(
                header.id(),
                header.organizationId(),
                header.assessmentId(),
                header.number(),
                view.status(),
                sources.frameworkId(),
                sources.scfVersionId(),
                sources.scopeId(),
                null,
                header.createdBy(),
                header.createdAt(),
                view.submittedAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.approvalId(),
                view.supersededBy(),
                version instanceof Version.Rejected rejected ? rejected.reason() : null,
                ingestion == null ? null : ingestion.ingestedAt(),
                header.contentHash(),
                header.metadata());
    }
}
