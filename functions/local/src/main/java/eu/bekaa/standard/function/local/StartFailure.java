package eu.bekaa.standard.function.local;

/// Why the platform cannot start, in one sentence for the person at the keyboard.
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    StartFailure(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
