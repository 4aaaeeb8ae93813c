package eu.bekaa.standard.catalog;

import eu.bekaa.standard.kernel.Word;

/// Who says that a control answers a requirement.
public enum MappingSource {
    OFFICIAL_SCF,
    DERIVED,
    CONSULTATIVE;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
