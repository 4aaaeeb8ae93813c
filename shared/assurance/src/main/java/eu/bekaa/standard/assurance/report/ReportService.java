package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.report.content.Basis;
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
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Renderings renderings;
    private final Audit audit;

    ReportService(
            Assessments assessments,
            Reviews reviews,
            MaterialReader reader,
            ReportArchive archive,
            Renderings renderings,
            Audit audit) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.reader = reader;
        this.archive = archive;
        this.renderings = renderings;
        this.audit = audit;
    }

    /// Keeps what is to be told now, as a draft, and puts its first file in the queue.
    /// @throws Refusal `REPORT_FORMAT_NOT_IMPLEMENTED`; `APPROVED_SOA_REQUIRED`, `APPROVED_GAP_ANALYSIS_REQUIRED`,
    ///         `APPROVAL_REQUIRED` where a source is missing (STD-100); `CONFLICT` once the assessment is closed
    @Transactional
    public ReportView generate(Caller caller, UUID assessmentId, ReportRequest request) {
        var assessment = assessments.open(caller, assessmentId);
        var format = format(request);
        var material = reader.read(caller, assessment, request);
        var reservations = Reservations.of(material);
        var draft =
                reviews.open(caller, assessmentId, KIND, sources(material), metadata(material, reservations, request));
        var report = keep(caller, draft, material, reservations, request, format);
        audit.record(
                caller,
                AuditEvent.of("report.generated", report.versionId())
                        .in(assessmentId)
                        .with("report_type", request.type())
                        .with("content_hash", report.contentHash()));
        if (request.type() == ReportType.FULL_ASSESSMENT_REPORT && complete(material)) {
            assessments.drive(caller, assessmentId, AssessmentState.REPORT_GENERATED, "The full report was generated.");
        }
        return view(caller, draft.header().id());
    }

    /// The same report again, from the versions that are approved by now.
    @Transactional
    public ReportView regenerate(Caller caller, UUID versionId) {
        var report = archive.find(caller, versionId);
        var before = reviews.find(caller, KIND, versionId);
        var request = request(report, before, Sources.NONE);
        return generate(caller, before.header().assessmentId(), request);
    }

    /// The draft that follows a rejected report (STD-113), from the same sources.
    @Transactional
    public Version.Draft reopen(Caller caller, Version.Rejected rejected) {
        var report = archive.find(caller, rejected.header().id());
        var draft = reviews.reopen(caller, rejected);
        var assessment = assessments.find(caller, draft.header().assessmentId());
        var request = request(report, rejected, rejected.header().sources());
        var material = reader.read(caller, assessment, request);
        keep(caller, draft, material, Reservations.of(material), request, report.format());
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
        reviews.submit(caller, draft, blockers(caller, draft, report), report.contentHash());
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
        var content = new ReportWriter(material, reservations)
                .write(request.type(), title, draft.header().number());
        var report = archive.keep(caller, draft.header(), request.type(), format, content);
        renderings.order(caller, report, format);
        return report;
    }

    private static Format format(ReportRequest request) {
        var format = request.format() == null ? request.type().usual() : request.format();
        if (!request.type().formats().contains(format)) {
            throw new Refusal(
                    ErrorCode.REPORT_FORMAT_NOT_IMPLEMENTED,
                    "A report of type " + request.type() + " is not made as " + format + ".",
                    List.of("formats: "
                            + String.join(
                                    ", ",
                                    request.type().formats().stream()
                                            .map(Format::toString)
                                            .toList())));
        }
        return format;
    }

    private static String title(Material material, ReportRequest request) {
        var title = request.title();
        return title == null || title.isBlank()
                ? material.assessment().name() + ": " + request.type().title() + ", "
                        + material.framework().frameworkName()
                : title.strip();
    }

    private static Sources sources(Material material) {
        var scope = material.scope();
        return new Sources(
                material.framework().frameworkId(),
                material.scf().scfVersionId(),
                scope == null ? null : scope.scopeId(),
                id(material.soa()),
                id(material.gap()),
                id(material.maturity()),
                id(material.poam()));
    }

    private static @Nullable UUID id(@Nullable Piece<?> piece) {
        return piece == null ? null : piece.version().header().id();
    }

    private static Map<String, Object> metadata(
            Material material, List<Statement> reservations, ReportRequest request) {
        var standing = new LinkedHashMap<String, Object>();
        standing.put("soa", standing(material.soa()));
        standing.put("gap_analysis", standing(material.gap()));
        standing.put("maturity_assessment", standing(material.maturity()));
        standing.put("poam", standing(material.poam()));
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("limitations", Reservations.texts(reservations, Basis.LIMITATION));
        metadata.put("assumptions", Reservations.texts(reservations, Basis.ASSUMPTION));
        metadata.put("source_status", standing);
        if (request.exception() != null) {
            metadata.put("exception_rationale", request.exception());
        }
        return metadata;
    }

    private static String standing(@Nullable Piece<?> piece) {
        return piece == null ? "absent" : piece.version().status().toString();
    }

    private static boolean complete(Material material) {
        var pieces = Reservations.pieces(material);
        return pieces.size() == 4 && pieces.stream().allMatch(Piece::approved);
    }

    private static ReportRequest request(StoredReport report, Version version, Sources from) {
        var exception = version.header().metadata().get("exception_rationale");
        return new ReportRequest(
                report.reportType(),
                report.title(),
                report.format(),
                from.soaVersionId(),
                from.gapVersionId(),
                from.maturityVersionId(),
                from.poamVersionId(),
                exception == null ? ReportRequest.Drafts.REFUSED : ReportRequest.Drafts.ALLOWED,
                exception == null ? null : exception.toString());
    }

    private List<String> blockers(Caller caller, Version.Draft draft, StoredReport report) {
        var blockers = new ArrayList<String>();
        if (report.marking() != null) {
            blockers.add("It was made from sources that are not approved.");
        }
        var sources = draft.header().sources();
        replaced(caller, ArtifactKind.SOA, sources.soaVersionId(), blockers);
        replaced(caller, ArtifactKind.GAP_ANALYSIS, sources.gapVersionId(), blockers);
        replaced(caller, ArtifactKind.MATURITY_ASSESSMENT, sources.maturityVersionId(), blockers);
        replaced(caller, ArtifactKind.POAM, sources.poamVersionId(), blockers);
        return blockers;
    }

    private void replaced(Caller caller, ArtifactKind kind, @Nullable UUID source, List<String> blockers) {
        if (source != null && reviews.find(caller, kind, source) instanceof Version.Superseded superseded) {
            blockers.add("Its " + Names.artifact(kind) + ", version "
                    + superseded.header().number() + ", has been replaced since: generate it again.");
        }
    }
}
