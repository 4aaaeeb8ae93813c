package eu.bekaa.standard.lambdaruntime;

/// What a function reported instead of an answer, or how it ended.
public final class FunctionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionFailure(String message) {
        super(message);
    }
}
