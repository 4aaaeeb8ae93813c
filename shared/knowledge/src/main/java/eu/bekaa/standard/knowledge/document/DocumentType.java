package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Word;

/// What a document is.
public enum DocumentType {
    POLICY,
    PROCEDURE,
    STANDARD,
    EVIDENCE,
    SOA,
    REPORT,
    OTHER;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
