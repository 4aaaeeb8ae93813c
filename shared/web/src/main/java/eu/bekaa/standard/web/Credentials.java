package eu.bekaa.standard.web;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Where credentials stand in a request, and the form in which they are kept: random tokens of 256 bits are stored as SHA-256
/// only, which cannot be turned back; passwords are another matter and never come here.
public final class Credentials {
    /// The cookie of a browser session (contract §1.1).
    public static final String SESSION_COOKIE = "standard-native-auth.session_token";
    /// What every raw machine key begins with (STD-20).
    public static final String KEY_PREFIX = "standard_live_";

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /// SHA-256 of a session token or machine key.
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The session token that a request carries, if any.
    public static @Nullable String sessionToken(HttpRequest<?> request) {
        return request.getCookies().findCookie(SESSION_COOKIE).map(cookie -> cookie.getValue()).orElse(null);
    }

    static @Nullable String machineKey(HttpRequest<?> request) {
        var header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : null;
    }
}
