package eu.bekaa.standard.catalog;

import eu.bekaa.standard.kernel.Word;

/// Whether a record of the catalog is in use.
public enum RecordStatus {
    ACTIVE,
    DEPRECATED,
    DRAFT,
    ARCHIVED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
