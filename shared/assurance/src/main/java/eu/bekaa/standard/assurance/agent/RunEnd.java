package eu.bekaa.standard.assurance.agent;

/// A run that goes no further.
abstract sealed class RunEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RunEnd(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// Somebody called it off.
    static final class Cancelled extends RunEnd {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("The run was cancelled.");
        }
    }

    /// It would cost more than it may.
    static final class OverBudget extends RunEnd {
        private static final long serialVersionUID = 1L;

        OverBudget(String message) {
            super(message);
        }
    }
}
