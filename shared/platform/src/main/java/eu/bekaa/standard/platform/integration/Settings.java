package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.outbound.Outbound;
import eu.bekaa.standard.platform.secret.Safe;
import eu.bekaa.standard.queue.event.EventType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an integration can be set to. Refusals name fields, never values.
@Singleton
class Settings {
    /// What a test calls.
    static final String BASE_URL = "base_url";

    private static final int MAX_CONFIG = 10_000;
    private static final int MAX_SECRET = 4_000;
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?:.*[_.-])?(?:password|passwd|secret|token|api_?key|credentials?|private_?key)");

    private final Outbound outbound;
    private final Safe safe;

    Settings(Outbound outbound, Safe safe) {
        this.outbound = outbound;
        this.safe = safe;
    }

    /// @throws Refusal `VALIDATION_ERROR` for secrets among the settings, too much of them, or a base_url that may not
    ///         be called
    Map<String, Object> checked(Map<String, Object> config) {
        if (config.toString().length() > MAX_CONFIG) {
            throw Refusal.invalid("config", "config holds at most " + MAX_CONFIG + " characters.");
        }
        requireNoSecrets(config);
        switch (config.get(BASE_URL)) {
            case null -> {}
            case String url -> outbound.check(url);
            case Object other -> throw Refusal.invalid("config", "config.base_url is an address.");
        }
        return config;
    }

    /// @return what is stored; null where none are given
    /// @throws Refusal `VALIDATION_ERROR` unless it is the one that the method takes, in plain characters
    byte @Nullable [] sealed(Caller caller, UUID owner, AuthMethod method, @Nullable Map<String, String> credentials) {
        if (credentials == null) {
            return null;
        }
        var secret = credentials.get(method.credential());
        if (secret == null || credentials.size() != 1) {
            throw Refusal.invalid(
                    "credentials", "credentials for " + method + " hold " + method.credential() + " and nothing else.");
        }
        if (secret.isBlank() || secret.length() > MAX_SECRET || !secret.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Refusal.invalid("credentials", "A credential has 1 to " + MAX_SECRET + " plain characters.");
        }
        return safe.seal(caller.org(), owner, secret);
    }

    /// The credential itself, for a call.
    String opened(Integration integration, byte[] credentials) {
        return safe.open(integration.organizationId(), integration.integrationId(), credentials);
    }

    static List<String> events(List<String> events) {
        for (var event : events) {
            if (!EventType.published().contains(event)) {
                throw Refusal.invalid("supported_events", "There is no event " + event + ".");
            }
        }
        return events.stream().distinct().toList();
    }

    private static void requireNoSecrets(Map<?, ?> config) {
        config.forEach((key, value) -> {
            if (SECRET_NAME
                    .matcher(String.valueOf(key).toLowerCase(Locale.ROOT))
                    .matches()) {
                throw Refusal.invalid(
                        "config", "config." + key + " sounds like a secret; it belongs into credentials.");
            }
            if (value instanceof Map<?, ?> nested) {
                requireNoSecrets(nested);
            }
        });
    }
}
