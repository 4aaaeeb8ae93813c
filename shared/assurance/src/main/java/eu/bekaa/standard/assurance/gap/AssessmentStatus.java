package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;

/// How far a requirement is met, as far as the evidence shows (contract §9).
public enum AssessmentStatus {
    MET,
    PARTIALLY_MET,
    NOT_MET,
    /// Nothing was found. A statement about the evidence, never about the control (STD-71).
    NOT_EVIDENCED,
    NOT_APPLICABLE_JUSTIFIED,
    NOT_APPLICABLE_NOT_JUSTIFIED,
    REQUIRES_VALIDATION;

    /// Whether the requirement concerns the organization at all.
    public boolean applies() {
        return switch (this) {
            case MET, PARTIALLY_MET, NOT_MET, NOT_EVIDENCED, REQUIRES_VALIDATION -> true;
            case NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> false;
        };
    }

    /// Whether the requirement concerns the organization and is not shown to be met.
    public boolean unmet() {
        return switch (this) {
            case PARTIALLY_MET, NOT_MET, NOT_EVIDENCED, REQUIRES_VALIDATION -> true;
            case MET, NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> false;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
