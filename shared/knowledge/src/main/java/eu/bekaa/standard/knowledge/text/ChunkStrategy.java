package eu.bekaa.standard.knowledge.text;

/// Where a document's text is cut (STD-43).
public enum ChunkStrategy {
    /// Up to the token limit, each piece repeating the end of the one before.
    BY_TOKENS_ESTIMATE,
    /// Whole paragraphs, as many as fit, nothing repeated.
    BY_PARAGRAPHS,
    /// One piece a page; only a page beyond the limit is cut.
    BY_PAGES
}
