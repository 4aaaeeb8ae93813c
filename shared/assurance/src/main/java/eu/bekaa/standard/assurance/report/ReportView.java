package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as it is shown.
@Serdeable
@Schema(description = "One version of a report.")
public record ReportView(
        @Schema(description = "Id of the version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID reportVersionId,

        @Schema(description = "Organization it belongs to.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "Assessment it is about.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(description = "Counts the reports of the assessment from 1.", example = "1")
        int versionNumber,

        @Schema(description = "Where it stands.", example = "draft")
        Version.Status status,

        @Schema(description = "What it is about.", example = "full_assessment_report")
        ReportType reportType,

        @Schema(description = "Its title.", example = "Assessment of the customer platform")
        String title,

        @Schema(description = "How far the file asked for has come.", example = "queued")
        RenderStatus renderStatus,

        @Schema(description = "Every file asked for so far.")
        List<ReportFile.View> files,

        @Schema(
                description = "SHA-256 of the content from which every file is rendered.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentHash,

        @Schema(description = "Scope it was made from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourceScopeId,

        @Schema(description = "Statement of applicability.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourceSoaVersionId,

        @Schema(description = "Gap analysis.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourceGapAnalysisVersionId,

        @Schema(description = "Maturity assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourceMaturityAssessmentVersionId,

        @Schema(description = "Plan of action.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID sourcePoamVersionId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkId,

        @Schema(description = "The SCF version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID scfVersionId,

        @Schema(description = "Who generated it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID createdBy,

        @Schema(description = "When.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was submitted for review.", example = "2026-04-19T11:00:00Z") @Nullable
        Instant submittedForReviewAt,

        @Schema(description = "Who approved it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID approvedBy,

        @Schema(description = "When it was approved.", example = "2026-04-20T08:00:00Z") @Nullable
        Instant approvedAt,

        @Schema(description = "The decision about it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID approvalEventId,

        @Schema(description = "The version that replaced it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID supersededBy,

        @Schema(
                description = "Limitations, assumptions and how each source stood.",
                example = "{\"limitations\": [], \"assumptions\": [], \"source_status\": {\"soa\": \"approved\"}}")
        Map<String, Object> metadata,

        @Schema(description = "Trace of the request that generated it.", example = "8f14e45fceea167a")
        String traceId) {
    static ReportView of(Version version, StoredReport report, List<ReportFile> files) {
        var view = VersionView.of(version);
        var header = view.header();
        var sources = header.sources();
        return new ReportView(
                header.id(),
                header.organizationId(),
                header.assessmentId(),
                header.number(),
                view.status(),
                report.reportType(),
                report.title(),
                status(report, files),
                files.stream().map(ReportFile::view).toList(),
                report.contentHash(),
                sources.scopeId(),
                sources.soaVersionId(),
                sources.gapVersionId(),
                sources.maturityVersionId(),
                sources.poamVersionId(),
                sources.frameworkId(),
                sources.scfVersionId(),
                header.createdBy(),
                header.createdAt(),
                view.submittedAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.approvalId(),
                view.supersededBy(),
                header.metadata(),
                header.traceId());
    }

    private static RenderStatus status(StoredReport report, List<ReportFile> files) {
        return files.stream()
                .filter(file -> file.format() == report.format())
                .map(ReportFile::status)
                .findFirst()
                .orElse(RenderStatus.QUEUED);
    }
}
