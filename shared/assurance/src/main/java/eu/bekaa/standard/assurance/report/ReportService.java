package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Generates reports and takes them through review (contract §12). [ReportDownloads] hands out their files.
@Singleton
public class ReportService {
    private static final ArtifactKind KIND = ArtifactKind.REPORT;

    private final Assessments assessments;
    private final Reviews reviews;
    private final MaterialReader reader;
    private final ReportArchive archive;
    private final ReportEnclosures enclosures;
    private final Renderings renderings;
    private final ReviewBlockers blockers;
    private final Audit audit;

    ReportService(
            Assessments assessments,
            Reviews reviews,
            MaterialReader reader,
            ReportArchive archive,
            ReportEnclosures enclosures,
            Renderings renderings,
            ReviewBlockers blockers,
            Audit audit) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.reader = reader;
        this.archive = archive;
        this.enclosures = enclosures;
        this.renderings = renderings;
        this.blockers = blockers;
        this.audit = audit;
    }

    /// Keeps what is to be told now, as a draft, and puts its first file in the queue.
    /// @throws Refusal `REPORT_FORMAT_NOT_IMPLEMENTED`; `APPROVED_SOA_REQUIRED`, `APPROVED_GAP_ANALYSIS_REQUIRED`,
    ///         `APPROVAL_REQUIRED` where a source is missing (STD-100); `CONFLICT` once the assessment is closed
    @Transactional
    public ReportView generate(Caller caller, UUID assessmentId, ReportRequest request) {
        var assessment = assessments.open(caller, assessmentId);
        var type = request.type();
        type.require(caller);
        var format = type.offered(request.format(), type.usual());
        var material = reader.read(caller, assessment, request);
        var reservations = Reservations.of(Grounds.of(material));
        var draft = reviews.open(
                caller,
                assessmentId,
                KIND,
                Provenance.sources(material),
                Provenance.metadata(material, reservations, request));
        var report = keep(caller, draft, material, reservations, request, format);
        audit.record(
                caller,
                AuditEvent.of("report.generated", report.versionId())
                        .in(assessmentId)
                        .with("report_type", type)
                        .with("content_hash", report.contentHash()));
        if (Provenance.concludes(material, request)) {
            assessments.drive(caller, assessmentId, AssessmentState.REPORT_GENERATED, "The full report was generated.");
        }
        return view(caller, draft.header().id());
    }

    /// Generates a report for its file alone.
    /// @return the work on the file
    /// @throws Refusal as [#generate]
    @Transactional
    public ExportJob export(Caller caller, UUID assessmentId, ReportRequest request) {
        var report = generate(caller, assessmentId, request);
        return renderings.job(caller, report.files().getFirst().exportJobId());
    }

    /// The same report again, from the versions that are approved by now.
    @Transactional
    public ReportView regenerate(Caller caller, UUID versionId) {
        var report = archive.find(caller, versionId);
        var before = reviews.find(caller, KIND, versionId);
        var request = ReportRequest.again(report, before, Sources.NONE);
        return generate(caller, before.header().assessmentId(), request);
    }

    /// The draft that follows a rejected report (STD-113), from the same sources.
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var report = archive.find(caller, rejected.header().id());
        var draft = reviews.reopen(caller, rejected);
        var assessment = assessments.find(caller, draft.header().assessmentId());
        var request = ReportRequest.again(report, rejected, rejected.header().sources());
        var material = reader.read(caller, assessment, request);
        keep(caller, draft, material, Reservations.of(Grounds.of(material)), request, report.format());
        return draft;
    }

    /// @throws Refusal `REPORT_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public ReportView view(Caller caller, UUID versionId) {
        return ReportView.of(
                reviews.find(caller, KIND, versionId),
                archive.find(caller, versionId),
                renderings.of(caller, versionId));
    }

    /// An assessment's reports, oldest first.
    @ReadOnly
    public List<ReportView> list(Caller caller, UUID assessmentId) {
        var versions = reviews.list(caller, assessmentId, KIND);
        var reports = archive.ofAssessment(caller, assessmentId);
        var files = renderings.ofAssessment(caller, assessmentId);
        var views = new ArrayList<ReportView>();
        for (var version : versions) {
            var id = version.header().id();
            var report = reports.get(id);
            if (report != null) {
                views.add(ReportView.of(version, report, files.getOrDefault(id, List.of())));
            }
        }
        return views;
    }

    /// @throws Refusal `REPORT_REVIEW_BLOCKED` where a source is not approved or has been replaced since
    @Transactional
    public ReportView submit(Caller caller, UUID versionId) {
        var draft = reviews.draft(caller, KIND, versionId);
        var report = archive.find(caller, versionId);
        reviews.submit(caller, draft, blockers.of(caller, draft, report), report.contentHash());
        return view(caller, versionId);
    }

    /// @param approvalEventId the approval that the calling person gave (STD-103)
    @Transactional
    public ReportView approve(Caller caller, UUID versionId, @Nullable UUID approvalEventId, @Nullable String reason) {
        reviews.approve(caller, KIND, versionId, approvalEventId, reason);
        return view(caller, versionId);
    }

    private StoredReport keep(
            Caller caller,
            Version.Draft draft,
            Material material,
            List<Statement> reservations,
            ReportRequest request,
            Format format) {
        var title = title(material, request);
        var files = enclosures.of(caller, request.type(), material, draft.header());
        var content = new ReportWriter(material, reservations)
                .write(request.type(), title, draft.header().number())
                .enclosing(files.stream().map(Enclosure::listed).toList());
        var report = archive.keep(caller, draft.header(), request.type(), format, content, files);
        renderings.order(caller, report, format);
        return report;
    }

    private static String title(Material material, ReportRequest request) {
        var title = request.title();
        return title == null || title.isBlank()
                ? material.assessment().name() + ": " + request.type().title() + ", "
                        + material.framework().frameworkName()
                : title.strip();
    }
}
