package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.kernel.Word;

/// What becomes of a SoA item when its assessment is carried over. Every old item has exactly one of the first three.
public enum Fate {
    /// Nothing about it changed: the new item says what the old one said.
    KEPT,
    /// Its control or mapping changed: the new item says what the old one said until a person has decided.
    REVIEW,
    /// The newer version does not have it. The old item stays readable in the older SoA version.
    RETIRED,
    /// Only the newer version has it: a new item that nobody has decided.
    ADDED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
