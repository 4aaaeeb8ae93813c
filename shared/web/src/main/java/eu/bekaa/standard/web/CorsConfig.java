package eu.bekaa.standard.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/// Which web pages may use the API from a browser (contract §1.1).
/// @param allowedOrigins scheme, host and port, without a path; never a wildcard, since cookies come with the
///         requests
@ConfigurationProperties("standard.cors")
record CorsConfig(
        @Bindable(defaultValue = "https://standard.bekaa.eu,https://standard-web.pages.dev,http://localhost:5173")
        List<String> allowedOrigins) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]]+(:[0-9]{1,5})?");

    CorsConfig {
        allowedOrigins = List.copyOf(allowedOrigins);
        for (var origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "standard.cors.allowed-origins holds origins such as https://example.org, not " + origin + ".");
            }
        }
    }
}
