package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;

/// What kind of thing is missing (contract §9).
public enum GapType {
    DOCUMENTATION_GAP,
    IMPLEMENTATION_GAP,
    EVIDENCE_GAP,
    EFFECTIVENESS_GAP,
    GOVERNANCE_GAP,
    TECHNICAL_GAP,
    CONTRACTUAL_GAP,
    MONITORING_GAP,
    NO_GAP,
    NOT_APPLICABLE;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
