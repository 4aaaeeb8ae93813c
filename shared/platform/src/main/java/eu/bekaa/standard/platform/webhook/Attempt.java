package eu.bekaa.standard.platform.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call about one delivery, and what came of it.
/// @param httpStatus null when there was no answer, which `failure` then explains
record Attempt(
        Delivery delivery,
        Instant at,
        @Nullable Integer httpStatus,
        @Nullable String body,
        @Nullable String failure) {
    boolean delivered() {
        return httpStatus != null && httpStatus >= 200 && httpStatus < 300;
    }

    boolean answered() {
        return httpStatus != null;
    }

    int number() {
        return delivery.attemptCount() + 1;
    }

    /// Where the delivery stands now.
    DeliveryStatus status() {
        if (delivered()) {
            return DeliveryStatus.DELIVERED;
        }
        return number() < delivery.maxAttempts() ? DeliveryStatus.RETRYING : DeliveryStatus.FAILED;
    }
}
