package eu.bekaa.standard.catalog;

import eu.bekaa.standard.kernel.Word;

/// On which side of a comparison of two frameworks a control stands.
public enum CrossSide {
    SHARED,
    ONLY_IN_A,
    ONLY_IN_B;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
