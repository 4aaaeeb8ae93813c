package eu.bekaa.standard.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What stands before the product.
/// @param proxies how many gateways and load balancers of our own append the address of their client to
///                `X-Forwarded-For`; what clients themselves write there is not believed
@ConfigurationProperties("standard.edge")
record EdgeConfig(@Bindable(defaultValue = "0") int proxies) {
    EdgeConfig {
        if (proxies < 0) {
            throw new IllegalArgumentException("standard.edge.proxies is the number of our own proxies.");
        }
    }
}
