package eu.bekaa.standard.assurance.agent.language;

import eu.bekaa.standard.kernel.Word;

/// The language model gave no answer that can be used. A run then does without it and says so.
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why there is no answer.
    public enum Reason {
        /// It has too much to do; later it may answer.
        THROTTLED,
        TIMED_OUT,
        UNAVAILABLE,
        /// It will not take the question, now or later.
        REFUSED,
        /// What came is no answer, or not of the schema.
        UNREADABLE,
        TOO_LARGE,
        /// It asked for a tool that it was not offered.
        TOOL_USE_BLOCKED,
        /// It cited what it was not given, or claimed what no agent may.
        GUARDRAIL;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// @param safeMessage for people; holds nothing of what the model was told or said
    public ModelFailure(Reason reason, String safeMessage) {
        super(safeMessage, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
