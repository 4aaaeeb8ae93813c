package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// What reports say, for screens instead of files.
@Singleton
public class ReportReading {
    private final Assessments assessments;
    private final MaterialReader reader;
    private final ReportArchive archive;
    private final Jobs jobs;

    ReportReading(Assessments assessments, MaterialReader reader, ReportArchive archive, Jobs jobs) {
        this.assessments = assessments;
        this.reader = reader;
        this.archive = archive;
        this.jobs = jobs;
    }

    /// An assessment in figures, from what is approved now.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `APPROVED_GAP_ANALYSIS_REQUIRED`
    @ReadOnly
    public ExecutiveSummary summary(Caller caller, UUID assessmentId) {
        var request = ReportRequest.of(ReportType.EXECUTIVE_SUMMARY);
        return ExecutiveSummary.of(reader.read(caller, assessments.find(caller, assessmentId), request));
    }

    /// A report section by section.
    /// @throws Refusal `REPORT_NOT_FOUND`
    @ReadOnly
    public List<SectionView> sections(Caller caller, UUID versionId) {
        return SectionView.of(archive.content(caller, versionId));
    }

    /// The work on one file of a report.
    /// @throws Refusal `EXPORT_JOB_NOT_FOUND`
    @ReadOnly
    public ExportJob job(Caller caller, UUID jobId) {
        return jobs.find(caller, jobId)
                .filter(job -> job.kind() == JobKind.RENDER_REPORT)
                .map(ReportReading::view)
                .orElseThrow(Refusal.notFound(ErrorCode.EXPORT_JOB_NOT_FOUND, jobId));
    }

    private static ExportJob view(Job job) {
        return new ExportJob(
                job.jobId(),
                job.organizationId(),
                job.subjectId(),
                Renderings.format(job),
                job.status(),
                job.attemptCount(),
                job.errorCode(),
                job.errorMessageSafe(),
                job.queuedAt(),
                job.startedAt(),
                job.completedAt(),
                job.traceId());
    }
}
