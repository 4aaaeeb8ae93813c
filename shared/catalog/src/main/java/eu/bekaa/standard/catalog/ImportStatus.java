package eu.bekaa.standard.catalog;

import eu.bekaa.standard.kernel.Word;

/// How far an import has come.
public enum ImportStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    PARTIAL,
    ROLLED_BACK;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
