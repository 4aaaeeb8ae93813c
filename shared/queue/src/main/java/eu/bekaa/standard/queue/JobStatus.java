package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Word;

/// Where a job stands (contract §6).
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELLED,
    RETRYING;

    /// Whether nothing more will happen to the job.
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, RETRYING -> false;
            case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> true;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
