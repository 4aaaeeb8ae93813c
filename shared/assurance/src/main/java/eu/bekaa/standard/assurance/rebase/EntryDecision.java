package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.kernel.Word;

/// What a person decided about an item in the review queue.
public enum EntryDecision {
    /// The old decision holds for the new text.
    ACCEPTED,
    /// Another decision was made.
    EDITED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
