package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.kernel.Word;

/// How one item of a plan bears on another (contract §11).
public enum DependencyType {
    BLOCKS,
    RELATED_TO,
    PREREQUISITE,
    DUPLICATES,
    DEPENDS_ON_EXTERNAL_PARTY;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
