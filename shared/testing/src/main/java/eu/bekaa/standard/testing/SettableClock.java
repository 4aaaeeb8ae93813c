package eu.bekaa.standard.testing;

import io.micronaut.context.annotation.Property;
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

/// A clock that a test puts forward. The property `test.clock` asks for it and says whether it runs by itself.
@Singleton
@Replaces(Clock.class)
@Requires(property = "test.clock")
public final class SettableClock extends Clock {
    /// The same for all servers of a test, even where one starts a minute after the other.
    private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final Clock base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /// What the clock does while nobody moves it.
    enum Pace {
        RUNNING,
        /// Stands at the beginning of a minute.
        STOPPED
    }

    SettableClock(@Property(name = "test.clock") Pace pace) {
        base = switch (pace) {
            case RUNNING -> Clock.systemUTC();
            case STOPPED -> Clock.fixed(BEGIN, ZoneOffset.UTC);
        };
    }

    public void advance(Duration duration) {
        ahead.accumulateAndGet(duration, Duration::plus);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
