package eu.bekaa.standard.platform.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// When a webhook that keeps failing is switched off: once so many deliveries in a row were given up, over at least so
/// long a time.
@ConfigurationProperties("standard.webhooks")
record WebhookConfig(
        @Bindable(defaultValue = "20") int failuresBeforeDisabling,
        @Bindable(defaultValue = "24h") Duration failingBeforeDisabling) {
    WebhookConfig {
        if (failuresBeforeDisabling < 1 || failingBeforeDisabling.isNegative()) {
            throw new IllegalArgumentException(
                    "standard.webhooks.failures-before-disabling is at least 1, failing-before-disabling not negative.");
        }
    }
}
