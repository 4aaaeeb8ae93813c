package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// How far a document has come (contract §6).
public enum DocumentStatus {
    UPLOADED,
    QUEUED_FOR_EXTRACTION,
    EXTRACTING,
    EXTRACTED,
    CHUNKED,
    QUEUED_FOR_EMBEDDING,
    EMBEDDED,
    /// It cannot be read; the reason is beside it.
    FAILED,
    /// It was sent, checked and not taken in.
    REJECTED,
    ARCHIVED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
