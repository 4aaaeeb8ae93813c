package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.kernel.Word;

/// Where an item of the plan stands.
public enum ItemStatus {
    DRAFT,
    APPROVED,
    IN_PROGRESS,
    BLOCKED,
    COMPLETED,
    CANCELLED,
    DEFERRED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
