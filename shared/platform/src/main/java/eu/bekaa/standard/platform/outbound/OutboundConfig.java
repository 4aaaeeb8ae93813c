package eu.bekaa.standard.platform.outbound;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How customers' addresses are called.
/// @param reach   `public`, or `any` for local development
/// @param timeout for the whole call, from the name to the end of the answer (STD-151)
@ConfigurationProperties("standard.outbound")
record OutboundConfig(
        @Bindable(defaultValue = "PUBLIC") Reach reach,
        @Bindable(defaultValue = "10s") Duration timeout) {
    OutboundConfig {
        if (!timeout.isPositive() || timeout.compareTo(Duration.ofSeconds(25)) > 0) {
            throw new IllegalArgumentException("standard.outbound.timeout lies between 0 and 25 seconds.");
        }
    }
}
