package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// What becomes of the chunks that a document already has.
public enum ReprocessStrategy {
    /// They stay, and what is new is added.
    APPEND_NEW_CHUNKS,
    /// They give way to what is read now.
    REPLACE_PREVIOUS_CHUNKS;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
