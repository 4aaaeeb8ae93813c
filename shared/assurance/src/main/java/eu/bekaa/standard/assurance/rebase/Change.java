package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.catalog.difference.ChangeKind;
import eu.bekaa.standard.kernel.Word;
import java.util.Optional;

/// Why an item is not simply kept.
public enum Change {
    /// The control bears another title or code.
    CONTROL_RENAMED,
    /// The control's description is another.
    CONTROL_REWORDED,
    /// The control's question is another.
    QUESTION_CHANGED,
    /// The control weighs more or less.
    CONTROL_REWEIGHTED,
    /// Control and requirement are related by another operator or strength.
    RELATIONSHIP_CHANGED,
    /// The newer version has no such control.
    CONTROL_REMOVED,
    /// The newer version does not map the control to the requirement.
    MAPPING_REMOVED,
    /// The framework has no such requirement in the newer version.
    REQUIREMENT_REMOVED,
    /// The requirement, which had no control, has one.
    REQUIREMENT_MAPPED,
    /// The older version had no such control.
    CONTROL_ADDED,
    /// The older version did not map the control to the requirement.
    MAPPING_ADDED,
    /// The framework had no such requirement in the older version.
    REQUIREMENT_ADDED,
    /// The requirement has lost its last control.
    REQUIREMENT_UNMAPPED;

    /// What a changed control asks a person to look at; nothing for what concerns other controls' mappings.
    static Optional<Change> of(ChangeKind kind) {
        return switch (kind) {
            case RENAMED -> Optional.of(CONTROL_RENAMED);
            case REWORDED -> Optional.of(CONTROL_REWORDED);
            case QUESTION_CHANGED -> Optional.of(QUESTION_CHANGED);
            case REWEIGHTED -> Optional.of(CONTROL_REWEIGHTED);
            case ADDED, REMOVED, MAPPINGS_ADDED, MAPPINGS_REMOVED, MAPPINGS_CHANGED -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
