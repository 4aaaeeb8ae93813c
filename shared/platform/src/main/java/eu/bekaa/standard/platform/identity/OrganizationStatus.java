package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.kernel.Word;

/// Where an organization stands. Only an active one lets its people and keys in.
public enum OrganizationStatus {
    ACTIVE,
    SUSPENDED,
    ARCHIVED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
