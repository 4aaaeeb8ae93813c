package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
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

    /// The digest of the credentials and of the organization that they ask for, as the request has them; none without
    /// credentials.
    static @Nullable String digest(HttpRequest<?> request) {
        var key = machineKey(request);
        var secret = key != null ? "key " + key : sessionToken(request);
        return secret == null
                ? null
                : HexFormat.of().formatHex(Tokens.hash(secret + '\n' + wantedOrganization(request)));
    }

    /// The organization in which the caller wants to be seen, if the request names one.
    /// @throws Refusal `VALIDATION_ERROR` for something that is no id
    static @Nullable UUID organization(HttpRequest<?> request) {
        var sent = wantedOrganization(request);
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("x-standard-tenant-id", "x-standard-tenant-id is not an organization id.");
        }
    }

    private static @Nullable String wantedOrganization(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var sent = headers.get("x-standard-tenant-id");
        return sent != null ? sent : headers.get("X-Tenant-Id");
    }
}
