package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Word;

/// How an audited action ended (contract §16).
public enum Outcome {
    SUCCESS,
    FAILURE,
    DENIED,
    BLOCKED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
