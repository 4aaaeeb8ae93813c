package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Word;

/// Who answers for an item.
public enum ResponsibilityType {
    INTERNAL,
    CUSTOMER,
    THIRD_PARTY_PROVIDER,
    SHARED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
