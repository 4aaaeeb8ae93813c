package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.report.Download;
import eu.bekaa.standard.assurance.report.ExportJob;
import eu.bekaa.standard.assurance.report.Format;
import eu.bekaa.standard.assurance.report.ReportDownloads;
import eu.bekaa.standard.assurance.report.ReportReading;
import eu.bekaa.standard.assurance.report.ReportService;
import eu.bekaa.standard.assurance.report.ReportView;
import eu.bekaa.standard.assurance.report.SectionView;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One report: its review, its sections and its files (contract §12).
@Controller("/api/v1")
@Tag(name = "Reports")
class ReportController {
    private final ReportService reports;
    private final ReportDownloads downloads;
    private final ReportReading reading;

    ReportController(ReportService reports, ReportDownloads downloads, ReportReading reading) {
        this.reports = reports;
        this.downloads = downloads;
        this.reading = reading;
    }

    @Serdeable
    @Schema(description = "Which file to render.")
    record RenderRequest(
            @Schema(description = "What to make; what was asked for at generation when left out.", example = "docx")
            @Nullable
            Format format) {}

    @Get("/reports/{reportId}")
    @Allowed("report:read")
    @Operation(summary = "Show a report and its files")
    ReportView show(Caller caller, UUID reportId) {
        return reports.view(caller, reportId);
    }

    @Get("/reports/{reportId}/sections")
    @Allowed("report:read")
    @Operation(summary = "Read a report section by section")
    List<SectionView> sections(Caller caller, UUID reportId) {
        return reading.sections(caller, reportId);
    }

    @Get("/reports/{reportId}/render")
    @Produces("text/html; charset=utf-8")
    @Allowed("report:render")
    @Operation(summary = "Read a report as a page")
    HttpResponse<byte[]> page(Caller caller, UUID reportId) {
        // nothing in the page may run or load, whatever a quoted document says
        return HttpResponse.ok(downloads.page(caller, reportId))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    @Get("/reports/{reportId}/download")
    @Allowed("report:download")
    @Operation(summary = "Download a file of a report; 202 while it is being rendered, a redirect when it is large")
    HttpResponse<?> download(Caller caller, UUID reportId, @Nullable @QueryValue Format format) {
        return switch (downloads.download(caller, reportId, format)) {
            case Download.Content file ->
                HttpResponse.ok(file.bytes())
                        .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
            case Download.Elsewhere elsewhere ->
                HttpResponse.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, elsewhere.address().toString())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
            case Download.Later later ->
                HttpResponse.accepted()
                        .body(later.report())
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(later.retryAfter().toSeconds()));
        };
    }

    @Post("/reports/{reportId}/render")
    @Allowed("report:render")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Order a file of a report, also one that failed")
    ReportView render(Caller caller, UUID reportId, @Nullable @Valid @Body RenderRequest body) {
        return downloads.render(caller, reportId, body == null ? null : body.format());
    }

    @Post("/reports/{reportId}/submit-review")
    @Allowed("report:update")
    @Operation(summary = "Submit a report for review")
    ReportView submit(Caller caller, UUID reportId) {
        return reports.submit(caller, reportId);
    }

    @Post("/reports/{reportId}/approve")
    @Allowed("report:approve")
    @Operation(summary = "Approve a report by a given approval")
    ReportView approve(Caller caller, UUID reportId, @Valid @Body ApproveRequest body) {
        return reports.approve(caller, reportId, body.approvalEventId(), body.reason());
    }

    @Post("/reports/{reportId}/regenerate")
    @Allowed("report:create")
    @Operation(summary = "Generate a report again from what is approved by now")
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<ReportView> regenerate(Caller caller, UUID reportId) {
        return AssessmentReportController.accepted(reports.regenerate(caller, reportId));
    }

    @Get("/export-jobs/{exportJobId}")
    @Allowed("report:read")
    @Operation(summary = "See how far a file of a report has come")
    ExportJob job(Caller caller, UUID exportJobId) {
        return reading.job(caller, exportJobId);
    }
}
