package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.assurance.assessment.Prerequisite;
import eu.bekaa.standard.assurance.assessment.ReviewedWork;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells the life cycle how far the reviewed work has come.
@Singleton
final class VersionPrerequisites implements ReviewedWork {
    private final VersionRows versions;
    private final ApprovalRows approvals;

    VersionPrerequisites(VersionRows versions, ApprovalRows approvals) {
        this.versions = versions;
        this.approvals = approvals;
    }

    @Override
    public Set<Prerequisite> fulfilled(Caller caller, UUID assessmentId) {
        var fulfilled = EnumSet.noneOf(Prerequisite.class);
        for (var version : versions.all(caller.org(), assessmentId)) {
            if (version.kind() == ArtifactKind.REPORT && !version.opensGate()) {
                continue;
            }
            fulfilled.addAll(fulfilledBy(version.kind(), version.status()));
        }
        return fulfilled;
    }

    /// What a version of this kind proves by being in this state.
    static Set<Prerequisite> fulfilledBy(ArtifactKind kind, Version.Status status) {
        return switch (status) {
            case DRAFT ->
                switch (kind) {
                    case SCOPE -> Set.of(Prerequisite.SCOPE_DRAFT_EXISTS);
                    case SOA -> Set.of(Prerequisite.SOA_DRAFT_EXISTS, Prerequisite.SOA_VERSION_EXISTS);
                    case GAP_ANALYSIS -> Set.of(Prerequisite.GAP_ANALYSIS_DRAFT_EXISTS);
                    case MATURITY_ASSESSMENT -> Set.of(Prerequisite.MATURITY_VERSION_EXISTS);
                    case POAM -> Set.of(Prerequisite.POAM_DRAFT_EXISTS);
                    case REPORT -> Set.of();
                };
            case UNDER_REVIEW ->
                switch (kind) {
                    case SOA -> Set.of(Prerequisite.SOA_VERSION_EXISTS);
                    case MATURITY_ASSESSMENT -> Set.of(Prerequisite.MATURITY_VERSION_EXISTS);
                    case SCOPE -> Set.of(Prerequisite.SCOPE_DRAFT_EXISTS);
                    case GAP_ANALYSIS, POAM, REPORT -> Set.of();
                };
            case APPROVED ->
                switch (kind) {
                    case SCOPE -> Set.of(Prerequisite.SCOPE_DRAFT_EXISTS);
                    case SOA -> Set.of(Prerequisite.SOA_APPROVED);
                    case GAP_ANALYSIS -> Set.of(Prerequisite.GAP_ANALYSIS_APPROVED);
                    case MATURITY_ASSESSMENT ->
                        Set.of(Prerequisite.MATURITY_VERSION_EXISTS, Prerequisite.MATURITY_APPROVED);
                    case POAM -> Set.of(Prerequisite.POAM_APPROVED);
                    case REPORT -> Set.of(Prerequisite.REPORT_ACCEPTED);
                };
            case REJECTED, SUPERSEDED, ARCHIVED -> Set.of();
        };
    }

    @Override
    public Optional<Refusal> keepsShut(Caller caller, UUID assessmentId, Gate gate, @Nullable UUID approvalId) {
        var approval = approvalId == null ? Optional.<Approval>empty() : approvals.find(caller.org(), approvalId);
        if (approval.isEmpty()) {
            return Optional.of(Approval.notGiven(gate));
        }
        var current = current(versions.all(caller.org(), assessmentId), gate);
        return approval.get().keepsShut(gate, current.map(VersionRow::versionId).orElse(null));
    }

    /// The version that a gate is about: the newest that was submitted and not sent back. A report that has been
    /// accepted stays it, so that a newer one under review does not hold up the closing.
    private static Optional<VersionRow> current(List<VersionRow> versions, Gate gate) {
        var submitted = versions.stream()
                .filter(version -> version.kind().gate() == gate && version.opensGate())
                .filter(version ->
                        version.status() == Version.Status.APPROVED || version.status() == Version.Status.UNDER_REVIEW)
                .sorted(Comparator.comparingInt(VersionRow::number).reversed())
                .toList();
        var accepted = submitted.stream()
                .filter(version -> gate == Gate.REPORT && version.status() == Version.Status.APPROVED)
                .findFirst();
        return accepted.or(() -> submitted.stream().findFirst());
    }
}
