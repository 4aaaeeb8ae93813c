package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// Where a chunk stands on its way into the index (STD-44).
public enum EmbeddingStatus {
    PENDING,
    QUEUED,
    EMBEDDING,
    EMBEDDED,
    FAILED,
    SKIPPED,
    REPROCESS_REQUIRED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
