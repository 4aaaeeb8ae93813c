package eu.bekaa.standard.catalog.difference;

import eu.bekaa.standard.kernel.Word;

/// In what a control differs from one version to another. Texts are compared with their white space collapsed, so that
/// a line break moved by a publisher is no change.
public enum ChangeKind {
    /// Only the newer version has it.
    ADDED,
    /// Only the older version has it.
    REMOVED,
    /// Another title, or another code for the same title or description.
    RENAMED,
    /// Another description.
    REWORDED,
    /// Another question, where both versions ask one.
    QUESTION_CHANGED,
    /// Another weight.
    REWEIGHTED,
    /// Answers a requirement that it did not.
    MAPPINGS_ADDED,
    /// No longer answers a requirement.
    MAPPINGS_REMOVED,
    /// Answers a requirement by another operator or strength.
    MAPPINGS_CHANGED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
