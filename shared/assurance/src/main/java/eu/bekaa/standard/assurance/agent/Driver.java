package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Word;

/// Who does the work of a run.
public enum Driver {
    /// Our worker, behind the analysis queue.
    PLATFORM,
    /// Somebody else's program, through the tool calls and the completion of the API.
    EXTERNAL;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
