package eu.bekaa.standard.assurance.report.content;

import eu.bekaa.standard.kernel.Word;

/// On what a statement rests (STD-101).
public enum Basis {
    /// On at least one cited source.
    SOURCED,
    /// On nothing that was found: a limit of the work, said so.
    LIMITATION,
    /// On something taken as given.
    ASSUMPTION;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
