package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Word;

/// How one hit was found.
public enum RetrievalMethod {
    VECTOR,
    HYBRID,
    TEXT;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
