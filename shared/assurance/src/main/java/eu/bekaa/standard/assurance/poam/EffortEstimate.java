package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.kernel.Word;

/// How much work an item is (STD-93).
public enum EffortEstimate {
    SMALL,
    MEDIUM,
    LARGE,
    EXTRA_LARGE,
    UNKNOWN;

    /// The first part of the rule that fits decides: a critical finding that only lacks evidence stays small work.
    static EffortEstimate of(ActionType action, Severity severity) {
        return switch (action) {
            case EVIDENCE_COLLECTION, VALIDATION_REQUIRED -> SMALL;
            case POLICY_UPDATE, PROCEDURE_CREATION, TRAINING -> MEDIUM;
            case TECHNICAL_IMPLEMENTATION -> LARGE;
            case THIRD_PARTY_ACTION -> severity == Severity.CRITICAL ? LARGE : UNKNOWN;
            case GOVERNANCE_IMPROVEMENT, MONITORING_IMPROVEMENT, RISK_ACCEPTANCE, OTHER ->
                severity == Severity.CRITICAL ? LARGE : MEDIUM;
        };
    }

    /// Days that the effort adds to the due date.
    int days() {
        return switch (this) {
            case SMALL -> 0;
            case MEDIUM -> 15;
            case LARGE, UNKNOWN -> 30;
            case EXTRA_LARGE -> 60;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
