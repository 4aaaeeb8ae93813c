package eu.bekaa.standard.function.platform;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands at the beginning of a minute until a test moves it.
@Singleton
@Replaces(Clock.class)
@Requires(property = "test.stopped-clock")
final class StoppedClock extends Clock {
    /// The same for all servers of a test, even where one starts a minute after the other.
    private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
