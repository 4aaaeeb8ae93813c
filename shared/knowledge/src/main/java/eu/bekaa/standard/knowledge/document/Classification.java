package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// Who may see a document.
public enum Classification {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
