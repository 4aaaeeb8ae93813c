package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.Word;

/// How well the documents support an item.
public enum EvidenceCoverage {
    STRONG,
    PARTIAL,
    WEAK,
    ABSENT,
    CONFLICTING,
    NOT_CHECKED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
