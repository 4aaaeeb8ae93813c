package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What has been found so far, as findings and the passages behind them. [EvidenceAnalysis] does the finding.
@Singleton
public class EvidenceOnFile {
    private final EvidenceFindings findings;
    private final EvidenceSources sources;
    private final SoaService soa;
    private final Assessments assessments;

    EvidenceOnFile(EvidenceFindings findings, EvidenceSources sources, SoaService soa, Assessments assessments) {
        this.findings = findings;
        this.sources = sources;
        this.soa = soa;
        this.assessments = assessments;
    }

    /// What counts now for a SoA version, in the order of its items; empty before the first run.
    @ReadOnly
    public List<EvidenceFinding> findings(Caller caller, UUID soaVersionId) {
        return findings.current(caller.org(), soaVersionId);
    }

    /// The named findings, also those that no longer count; unknown ids are left out.
    @ReadOnly
    public List<EvidenceFinding> findings(Caller caller, Set<UUID> findingIds) {
        return findings.some(caller.org(), texts(findingIds));
    }

    /// A page of an assessment's findings that count.
    /// @param soaVersionId the SoA version they are about; the one looked at last when null
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `SOA_VERSION_NOT_FOUND`
    @ReadOnly
    public Page<EvidenceFinding> page(
            Caller caller,
            UUID assessmentId,
            @Nullable UUID soaVersionId,
            @Nullable EvidenceStrength strength,
            PageRequest page) {
        assessments.find(caller, assessmentId);
        if (soaVersionId != null) {
            requireOf(
                    assessmentId,
                    soaVersionId,
                    soa.find(caller, soaVersionId).history().assessmentId());
        }
        var rows = Optional.ofNullable(soaVersionId)
                .or(() -> findings.latestSoaVersion(caller.org(), assessmentId))
                .map(version -> findings.page(caller.org(), version, strength, page.after(), page.limit() + 1))
                .orElse(List.of());
        return Page.of(rows, page.limit(), EvidenceFinding::ordinal);
    }

    /// @throws Refusal `EVIDENCE_FINDING_NOT_FOUND`, also for another tenant's
    @ReadOnly
    public EvidenceFinding find(Caller caller, UUID findingId) {
        return findings.find(caller.org(), findingId)
                .orElseThrow(Refusal.notFound(ErrorCode.EVIDENCE_FINDING_NOT_FOUND, findingId));
    }

    /// The passages behind a finding, the best first.
    /// @throws Refusal `EVIDENCE_FINDING_NOT_FOUND`
    @ReadOnly
    public List<EvidenceSource> sources(Caller caller, UUID findingId) {
        find(caller, findingId);
        return sources.of(caller.org(), List.of(findingId.toString()));
    }

    /// The passages behind each of many findings; a finding without any is left out.
    @ReadOnly
    public Map<UUID, List<EvidenceSource>> sources(Caller caller, Set<UUID> findingIds) {
        return sources.of(caller.org(), texts(findingIds)).stream()
                .collect(Collectors.groupingBy(EvidenceSource::evidenceFindingId));
    }

    static void requireOf(UUID assessmentId, UUID soaVersionId, UUID actual) {
        if (!actual.equals(assessmentId)) {
            throw Refusal.notFound(ErrorCode.SOA_VERSION_NOT_FOUND, soaVersionId)
                    .get();
        }
    }

    private static List<String> texts(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
