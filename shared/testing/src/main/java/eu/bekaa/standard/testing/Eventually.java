package eu.bekaa.standard.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/// Waits for what queues and workers bring about.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Eventually() {}

    /// Repeats the assertion until it holds, for three minutes at most.
    public static void asserts(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }
}
