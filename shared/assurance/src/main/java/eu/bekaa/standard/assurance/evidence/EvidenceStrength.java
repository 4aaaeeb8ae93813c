package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.EvidenceCoverage;
import eu.bekaa.standard.kernel.Word;

/// How strong the evidence of an item is (contract §9).
public enum EvidenceStrength {
    STRONG,
    PARTIAL,
    WEAK,
    ABSENT,
    CONFLICTING;

    /// The same, in the SoA's words.
    public EvidenceCoverage coverage() {
        return switch (this) {
            case STRONG -> EvidenceCoverage.STRONG;
            case PARTIAL -> EvidenceCoverage.PARTIAL;
            case WEAK -> EvidenceCoverage.WEAK;
            case ABSENT -> EvidenceCoverage.ABSENT;
            case CONFLICTING -> EvidenceCoverage.CONFLICTING;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
