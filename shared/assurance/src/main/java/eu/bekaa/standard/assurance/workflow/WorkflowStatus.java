package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.kernel.Word;

/// Where a lifecycle run stands (contract §15).
public enum WorkflowStatus {
    PENDING,
    RUNNING,
    WAITING_FOR_INPUT,
    WAITING_FOR_APPROVAL,
    BLOCKED,
    FAILED,
    CANCELLED,
    COMPLETED;

    /// Nothing follows: the run takes no signal and cannot be resumed (STD-131).
    public boolean isTerminal() {
        return this == CANCELLED || this == COMPLETED;
    }

    /// Whether the run goes on by itself as soon as what it waits for has come.
    boolean isUnderWay() {
        return switch (this) {
            case PENDING, RUNNING, WAITING_FOR_INPUT, WAITING_FOR_APPROVAL -> true;
            case BLOCKED, FAILED, CANCELLED, COMPLETED -> false;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
