package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.kernel.Word;

/// How far a file of a report has come.
public enum RenderStatus {
    QUEUED,
    RENDERING,
    READY,
    FAILED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
