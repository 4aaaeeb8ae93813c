package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
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

    /// The organization in which the caller wants to be seen, if the request names one.
    /// @throws Refusal `VALIDATION_ERROR` for something that is no id
    static @Nullable UUID organization(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var sent = headers.get("x-standard-tenant-id") != null
                ? headers.get("x-standard-tenant-id")
                : headers.get("X-Tenant-Id");
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("x-standard-tenant-id", "x-standard-tenant-id is not an organization id.");
        }
    }
}
