package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// What reports say, for screens instead of files.
@Singleton
public class ReportReading {
    private final SummaryReader summaries;
    private final ReportArchive archive;
    private final Renderings renderings;

    ReportReading(SummaryReader summaries, ReportArchive archive, Renderings renderings) {
        this.summaries = summaries;
        this.archive = archive;
        this.renderings = renderings;
    }

    /// An assessment in figures, from what is approved now.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `APPROVED_GAP_ANALYSIS_REQUIRED`
    @ReadOnly
    public ExecutiveSummary summary(Caller caller, UUID assessmentId) {
        return summaries.read(caller, assessmentId);
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
        return renderings.job(caller, jobId);
    }
}
