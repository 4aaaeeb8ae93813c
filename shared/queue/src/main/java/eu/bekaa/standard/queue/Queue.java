package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Word;

/// The queues of the product; each has a dead-letter queue of the same name with `-dead`.
public enum Queue {
    INGESTION,
    EMBEDDINGS,
    REPORTS,
    ANALYSIS,
    IMPORTS,
    UPLOADS,
    DELIVERIES;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
