package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.kernel.Word;

/// What a person decided. Whoever asks for changes refuses the version as it is.
public enum Decision {
    APPROVED,
    REJECTED,
    CHANGES_REQUESTED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
