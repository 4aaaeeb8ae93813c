package eu.bekaa.standard.knowledge.embedding;

import java.util.List;

/// Turns texts into vectors. Thread-safe; the same text always gives the same vectors.
public interface Embedder {
    EmbeddingModel model();

    /// The vectors of a text that is to be found: one for each window that the model can read at once, in text order.
    /// Every token of the text lies in a window, none is dropped. A text without any token has no window.
    List<Part> passage(String text);

    /// The vector of a question.
    Vector query(String text);

    /// One window of a passage.
    /// @param start where it begins in the passage, in characters
    /// @param end   where it ends, exclusive
    record Part(int start, int end, Vector vector) {}
}
