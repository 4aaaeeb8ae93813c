package eu.bekaa.standard.kernel;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The one clock of the product, in UTC.
@Factory
final class SystemClock {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
