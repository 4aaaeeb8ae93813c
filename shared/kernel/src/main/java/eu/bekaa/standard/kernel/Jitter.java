package eu.bekaa.standard.kernel;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Random pauses, so that many who were turned away together do not come back together. They are drawn from the
/// kernel's random source: processes that are copies of one snapshot would draw alike from the JVM's own.
@Singleton
public final class Jitter {
    private final SecureRandom random = new SecureRandom();

    /// @param most a microsecond or longer
    /// @return from zero up to, and without, `most`, in whole microseconds
    public Duration below(Duration most) {
        return Duration.of(random.nextLong(most.toNanos() / 1_000), ChronoUnit.MICROS);
    }
}
