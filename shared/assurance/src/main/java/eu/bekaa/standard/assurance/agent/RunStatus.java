package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Word;

/// Where a run stands (contract §14).
public enum RunStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /// Whether nothing more will happen to the run.
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
