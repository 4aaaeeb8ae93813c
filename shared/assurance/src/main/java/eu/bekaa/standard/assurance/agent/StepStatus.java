package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Word;

/// How the use of a tool ended.
public enum StepStatus {
    COMPLETED,
    FAILED,
    /// The agent may not use the tool (STD-120).
    REJECTED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
