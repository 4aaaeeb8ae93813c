package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.gap.ComplianceGate.GateStatus;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdicts on a whole assessment that its gap analysis gives.
@Singleton
public class ComplianceGates {
    private final GapFindings findings;
    private final Reviews reviews;
    private final Assessments assessments;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    ComplianceGates(
            GapFindings findings,
            Reviews reviews,
            Assessments assessments,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.findings = findings;
        this.reviews = reviews;
        this.assessments = assessments;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Evaluates the gate on the approved gap analysis; each evaluation is recorded (STD-36).
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @Transactional
    public ComplianceGate evaluate(Caller caller, UUID assessmentId) {
        var approved = reviews.approved(caller, assessmentId, ArtifactKind.GAP_ANALYSIS);
        var version = approved.map(gap -> gap.header().id()).orElse(null);
        var summary = GapSummary.of(version == null ? List.of() : findings.tallies(caller.org(), version));
        long critical = summary.bySeverity().getOrDefault(Severity.CRITICAL, 0L);
        long high = summary.bySeverity().getOrDefault(Severity.HIGH, 0L);
        var gate = new ComplianceGate(
                ids.next(),
                assessmentId,
                framework(caller, assessmentId, approved.orElse(null)),
                version == null ? GateStatus.NO_DATA : GateStatus.of(critical, high),
                critical,
                high,
                summary.totalFindings(),
                version,
                version == null ? Map.of() : summary.bySeverity(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                caller,
                AuditEvent.of("compliance.gate.evaluated", gate.gateId())
                        .in(assessmentId)
                        .with("status", gate.status())
                        .with("critical_findings", critical)
                        .with("high_findings", high)
                        .with("gap_analysis_version_id", version));
        tell(caller, gate);
        return gate;
    }

    /// The framework that was analysed, else the one selected.
    private @Nullable UUID framework(Caller caller, UUID assessmentId, Version.@Nullable Approved gap) {
        var analysed = gap == null ? null : gap.header().sources().frameworkId();
        return analysed == null ? assessments.find(caller, assessmentId).frameworkId() : analysed;
    }

    private void tell(Caller caller, ComplianceGate gate) {
        var told = new LinkedHashMap<String, Object>();
        told.put("gate_id", gate.gateId());
        told.put("status", gate.status());
        told.put("critical_findings", gate.criticalFindings());
        told.put("high_findings", gate.highFindings());
        told.put("total_findings", gate.totalFindings());
        if (gate.gapAnalysisVersionId() != null) {
            told.put("gap_analysis_version_id", gate.gapAnalysisVersionId());
        }
        events.raise(caller, EventType.COMPLIANCE_GATE_EVALUATED, gate.assessmentId(), told);
    }

    /// The report on conformity, read from a version of the gap analysis: the approved one unless another is named, the
    /// newest where none is approved yet.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `GAP_ANALYSIS_NOT_FOUND` before the first draft and for another
    ///                 assessment's
    @ReadOnly
    public ConformityReport conformity(Caller caller, UUID assessmentId, @Nullable UUID gapVersionId) {
        var version = version(caller, assessmentId, gapVersionId);
        var id = version.header().id();
        var determined = findings.determined(caller.org(), id);
        var verdict = Conformity.worst(determined.stream()
                        .map(GapFindings.Determined::rocDetermination)
                        .toList())
                .orElse(null);
        var deciding = verdict == null || verdict.conforms()
                ? List.<GapFinding>of()
                : findings.page(caller.org(), id, null, verdict, false, 0, ConformityReport.NAMED);
        return ConformityReport.of(version, verdict, determined, deciding);
    }

    private Version version(Caller caller, UUID assessmentId, @Nullable UUID gapVersionId) {
        var versions = reviews.list(caller, assessmentId, ArtifactKind.GAP_ANALYSIS);
        if (gapVersionId != null) {
            return versions.stream()
                    .filter(version -> version.header().id().equals(gapVersionId))
                    .findFirst()
                    .orElseThrow(Refusal.notFound(ErrorCode.GAP_ANALYSIS_NOT_FOUND, gapVersionId));
        }
        if (versions.isEmpty()) {
            throw new Refusal(ErrorCode.GAP_ANALYSIS_NOT_FOUND, "The assessment has no gap analysis yet.");
        }
        return versions.stream()
                .filter(Version.Approved.class::isInstance)
                .findFirst()
                .orElseGet(versions::getLast);
    }
}
