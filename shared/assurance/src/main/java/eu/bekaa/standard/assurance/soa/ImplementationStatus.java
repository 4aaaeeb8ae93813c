package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Word;

/// How far an item is put into practice, as somebody said: evidence alone never says so (STD-66).
public enum ImplementationStatus {
    IMPLEMENTED,
    PARTIALLY_IMPLEMENTED,
    NOT_IMPLEMENTED,
    NOT_EVIDENCED,
    NOT_ASSESSED,
    NOT_APPLICABLE;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
