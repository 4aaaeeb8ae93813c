package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.evidence.EvidenceStatus;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import org.jspecify.annotations.Nullable;

/// What a finding says at first: the table of contract §9, where the first line that fits decides. Absence of evidence
/// is never read as absence of the control (STD-71).
record Derivation(AssessmentStatus status, GapType type, Severity severity, boolean requiresValidation) {
    private static final double TRUSTED = 0.8;

    /// What the table looks at.
    /// @param rationale why the item does not apply or lies outside the scope
    /// @param mapped    whether an official mapping leads to a control
    record Case(
            ApplicabilityStatus applicability,
            @Nullable String rationale,
            boolean mapped,
            EvidenceStrength strength,
            EvidenceStatus evidence,
            double confidence) {}

    /// An item outside the scope is treated as one that does not apply, its scope rationale as the rationale. Without
    /// an official control a requirement is not drafted as met, since no review would accept it (STD-72).
    static Derivation of(Case item) {
        if (item.applicability() == ApplicabilityStatus.NOT_APPLICABLE
                || item.applicability() == ApplicabilityStatus.OUT_OF_SCOPE) {
            return notApplicable(item.rationale());
        }
        if (item.strength() == EvidenceStrength.ABSENT || item.evidence() == EvidenceStatus.NOT_EVIDENCED) {
            return open(AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP, Severity.MEDIUM);
        }
        if (item.strength() == EvidenceStrength.CONFLICTING || item.evidence() == EvidenceStatus.CONFLICTING) {
            return open(AssessmentStatus.REQUIRES_VALIDATION, GapType.EVIDENCE_GAP, Severity.MEDIUM);
        }
        if (item.strength() == EvidenceStrength.PARTIAL) {
            return open(AssessmentStatus.PARTIALLY_MET, GapType.DOCUMENTATION_GAP, Severity.LOW);
        }
        if (item.strength() == EvidenceStrength.STRONG && item.confidence() >= TRUSTED && item.mapped()) {
            return new Derivation(AssessmentStatus.MET, GapType.NO_GAP, Severity.INFORMATIONAL, false);
        }
        return open(AssessmentStatus.REQUIRES_VALIDATION, GapType.EVIDENCE_GAP, Severity.LOW);
    }

    private static Derivation notApplicable(@Nullable String rationale) {
        boolean justified = rationale != null && !rationale.isBlank();
        return new Derivation(
                justified ? AssessmentStatus.NOT_APPLICABLE_JUSTIFIED : AssessmentStatus.NOT_APPLICABLE_NOT_JUSTIFIED,
                GapType.NOT_APPLICABLE,
                Severity.INFORMATIONAL,
                !justified);
    }

    private static Derivation open(AssessmentStatus status, GapType type, Severity severity) {
        return new Derivation(status, type, severity, true);
    }
}
