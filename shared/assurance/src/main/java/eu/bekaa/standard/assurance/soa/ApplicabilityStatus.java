package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Word;

/// Whether an item of a SoA concerns the organization (contract §8).
public enum ApplicabilityStatus {
    APPLICABLE,
    PARTIALLY_APPLICABLE,
    NOT_APPLICABLE,
    TO_BE_DEFINED,
    REQUIRES_VALIDATION,
    OUT_OF_SCOPE;

    /// Whether somebody has decided, one way or the other.
    public boolean decided() {
        return switch (this) {
            case APPLICABLE, PARTIALLY_APPLICABLE, NOT_APPLICABLE, OUT_OF_SCOPE -> true;
            case TO_BE_DEFINED, REQUIRES_VALIDATION -> false;
        };
    }

    /// Whether evidence is looked for: everything but what is decided not to concern the organization.
    public boolean examined() {
        return this != NOT_APPLICABLE && this != OUT_OF_SCOPE;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
