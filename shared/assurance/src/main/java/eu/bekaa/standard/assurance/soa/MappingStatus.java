package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Word;

/// Whether the catalog maps the requirement to a control (STD-60).
public enum MappingStatus {
    OFFICIAL_MAPPING,
    NO_OFFICIAL_MAPPING;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
