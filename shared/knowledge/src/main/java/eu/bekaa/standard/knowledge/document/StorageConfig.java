package eu.bekaa.standard.knowledge.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Where documents lie.
/// @param bucket    the one bucket
/// @param linkLife  how long a pre-signed address works
@ConfigurationProperties("standard.storage")
public record StorageConfig(
        @Bindable(defaultValue = "standard") String bucket,
        @Bindable(defaultValue = "15m") Duration linkLife) {
    public StorageConfig {
        if (bucket.isBlank() || linkLife.isNegative() || linkLife.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("standard.storage needs a bucket and a link-life of at most 12 hours.");
        }
    }
}
