package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Word;

/// How passages are found.
public enum SearchType {
    /// By meaning.
    SEMANTIC,
    /// By meaning and words, with passages first that name an identifier or a quoted phrase of the query.
    HYBRID,
    /// By words.
    TEXT;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
