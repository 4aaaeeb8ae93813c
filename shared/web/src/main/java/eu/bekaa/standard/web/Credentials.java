package eu.bekaa.standard.web;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// Where credentials stand in a request.
public final class Credentials {
    /// The cookie of a browser session (contract §1.1).
    public static final String SESSION_COOKIE = "standard-native-auth.session_token";

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /// The session token that a request carries, if any.
    public static @Nullable String sessionToken(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(SESSION_COOKIE)
                .map(cookie -> cookie.getValue())
                .orElse(null);
    }

    static @Nullable String machineKey(HttpRequest<?> request) {
        var header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
