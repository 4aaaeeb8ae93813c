package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.report.ExecutiveSummary;
import eu.bekaa.standard.assurance.report.ExportJob;
import eu.bekaa.standard.assurance.report.Format;
import eu.bekaa.standard.assurance.report.ReportReading;
import eu.bekaa.standard.assurance.report.ReportRequest;
import eu.bekaa.standard.assurance.report.ReportService;
import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.report.ReportView;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.IdempotentRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reports of an assessment (contract §12).
@Controller("/api/v1/assessments/{assessmentId}")
@Tag(name = "Reports")
class AssessmentReportController {
    private final ReportService reports;
    private final ReportReading reading;

    AssessmentReportController(ReportService reports, ReportReading reading) {
        this.reports = reports;
        this.reading = reading;
    }

    @Serdeable
    @Schema(description = "A report to be generated.")
    record GenerateRequest(
            @Schema(description = "What it is about.", example = "full_assessment_report") @NotNull
            ReportType reportType,

            @Schema(
                    description = "Its title; made from assessment and framework when left out.",
                    example = "Annual assessment")
            @Nullable
            @Size(max = 300)
            String title,

            @Schema(description = "What is rendered first; the type's usual format when left out.", example = "pdf")
            @Nullable
            Format format,

            @Schema(
                    description = "Statement of applicability; the approved one when left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID sourceSoaVersionId,

            @Schema(
                    description = "Gap analysis; the approved one when left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID sourceGapAnalysisVersionId,

            @Schema(
                    description = "Maturity assessment; the approved one when left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID sourceMaturityAssessmentVersionId,

            @Schema(
                    description = "Plan of action; the approved one when left out.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            @Nullable
            UUID sourcePoamVersionId,

            @Schema(
                    description = "Whether sources that are not approved may be used; the report is marked then.",
                    example = "false")
            @Nullable
            Boolean allowUnapprovedSources,

            @Schema(description = "Why they are used.", example = "Preview for the steering committee.")
            @Nullable
            @Size(max = 4000)
            String exceptionRationale,

            @Schema(
                    description = "Makes the request happen once, like the Idempotency-Key header.",
                    example = "report-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {
        ReportRequest wanted() {
            return new ReportRequest(
                    reportType,
                    title,
                    format,
                    sourceSoaVersionId,
                    sourceGapAnalysisVersionId,
                    sourceMaturityAssessmentVersionId,
                    sourcePoamVersionId,
                    Boolean.TRUE.equals(allowUnapprovedSources)
                            ? ReportRequest.Drafts.ALLOWED
                            : ReportRequest.Drafts.REFUSED,
                    exceptionRationale);
        }
    }

    @Serdeable
    @Schema(description = "Data to be exported.")
    record ExportRequest(
            @Schema(
                    description = "What is exported; everything, for machines, when left out.",
                    example = "gap_analysis_report")
            @Nullable
            ReportType reportType,

            @Schema(description = "As what; the type's usual format when left out.", example = "csv") @Nullable
            Format format,

            @Schema(
                    description = "Makes the request happen once, like the Idempotency-Key header.",
                    example = "export-1")
            @Nullable
            String idempotencyKey)
            implements IdempotentRequest {
        ReportRequest wanted() {
            return ReportRequest.export(reportType, format);
        }
    }

    @Get("/reports")
    @Allowed("report:read")
    @Operation(summary = "List an assessment's reports")
    List<ReportView> list(Caller caller, UUID assessmentId) {
        return reports.list(caller, assessmentId);
    }

    @Post("/reports/generate")
    @Allowed("report:create")
    @Operation(summary = "Generate a report and have it rendered")
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<ReportView> generate(Caller caller, UUID assessmentId, @Valid @Body GenerateRequest body) {
        return accepted(reports.generate(caller, assessmentId, body.wanted()));
    }

    @Get("/reports/executive-summary")
    @Allowed("report:read")
    @Operation(summary = "See an assessment on one screen")
    ExecutiveSummary summary(Caller caller, UUID assessmentId) {
        return reading.summary(caller, assessmentId);
    }

    @Post("/audit-package")
    @Allowed("report:create")
    @Operation(summary = "Pack everything an auditor asks for; needs audit:read too")
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<ExportJob> pack(Caller caller, UUID assessmentId) {
        return accepted(reports.export(caller, assessmentId, ReportRequest.of(ReportType.AUDIT_PACKAGE)));
    }

    @Post("/exports")
    @Allowed("report:create")
    @Operation(summary = "Export an assessment's data; a machine-readable export as JSON is in OSCAL")
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<ExportJob> export(Caller caller, UUID assessmentId, @Nullable @Valid @Body ExportRequest body) {
        var wanted = body == null ? ReportRequest.export(null, null) : body.wanted();
        return accepted(reports.export(caller, assessmentId, wanted));
    }

    private static HttpResponse<ExportJob> accepted(ExportJob job) {
        return HttpResponse.accepted()
                .body(job)
                .header(HttpHeaders.LOCATION, "/api/v1/export-jobs/" + job.exportJobId());
    }

    static HttpResponse<ReportView> accepted(ReportView report) {
        return HttpResponse.accepted()
                .body(report)
                .header(HttpHeaders.LOCATION, "/api/v1/reports/" + report.reportVersionId());
    }
}
