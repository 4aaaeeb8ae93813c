package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// What is known of malware in a document.
public enum ScanStatus {
    PENDING,
    CLEAN,
    INFECTED,
    ERROR,
    /// No scanner is connected.
    SKIPPED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
