package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.kernel.Word;

/// How far an item of the review queue is.
public enum EntryStatus {
    PENDING,
    DECIDED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
