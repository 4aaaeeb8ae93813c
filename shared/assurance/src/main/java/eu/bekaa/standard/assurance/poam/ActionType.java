package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.kernel.Word;
import java.util.Optional;

/// What kind of work an item of the plan is (contract §11).
public enum ActionType {
    POLICY_UPDATE,
    PROCEDURE_CREATION,
    TECHNICAL_IMPLEMENTATION,
    EVIDENCE_COLLECTION,
    GOVERNANCE_IMPROVEMENT,
    MONITORING_IMPROVEMENT,
    TRAINING,
    THIRD_PARTY_ACTION,
    RISK_ACCEPTANCE,
    VALIDATION_REQUIRED,
    OTHER;

    /// The action that answers a finding (STD-90, STD-91); nothing where nothing is amiss.
    static Optional<ActionType> answering(AssessmentStatus status, GapType type) {
        return switch (status) {
            case MET, NOT_APPLICABLE_JUSTIFIED -> Optional.empty();
            case REQUIRES_VALIDATION, NOT_APPLICABLE_NOT_JUSTIFIED -> Optional.of(VALIDATION_REQUIRED);
            case NOT_EVIDENCED -> Optional.of(EVIDENCE_COLLECTION);
            case NOT_MET, PARTIALLY_MET -> Optional.of(closing(type));
        };
    }

    /// The optional step to the next target level: up to 2 a defined way of working is missing, at 3 measurement;
    /// nothing is proposed where nothing higher is aimed at.
    static Optional<ActionType> raising(int maturity) {
        return switch (maturity) {
            case 0, 1, 2 -> Optional.of(PROCEDURE_CREATION);
            case 3 -> Optional.of(MONITORING_IMPROVEMENT);
            default -> Optional.empty();
        };
    }

    private static ActionType closing(GapType type) {
        return switch (type) {
            case DOCUMENTATION_GAP -> POLICY_UPDATE;
            case EVIDENCE_GAP -> EVIDENCE_COLLECTION;
            case IMPLEMENTATION_GAP, TECHNICAL_GAP -> TECHNICAL_IMPLEMENTATION;
            case EFFECTIVENESS_GAP, MONITORING_GAP -> MONITORING_IMPROVEMENT;
            case GOVERNANCE_GAP -> GOVERNANCE_IMPROVEMENT;
            case CONTRACTUAL_GAP -> THIRD_PARTY_ACTION;
            case NO_GAP, NOT_APPLICABLE -> OTHER;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
