package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.time.Duration;

/// When reading a file must have ended. Every reader asks it once per page, row or operator.
/// @param nanos on the clock of [System#nanoTime]
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    void check() {
        if (System.nanoTime() - nanos > 0 || Thread.currentThread().isInterrupted()) {
            throw new Passed();
        }
    }

    /// Unchecked, because it must pass through libraries' callbacks.
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed() {
            super("The deadline has passed.", null, false, false);
        }

        UnreadableDocument reason() {
            return new UnreadableDocument(Reason.TIME_LIMIT_EXCEEDED);
        }
    }
}
