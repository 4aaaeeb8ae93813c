package eu.bekaa.standard.platform.outbound;

/// A call that brought no answer. The message is fit to be shown to the customer whose address it was.
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
