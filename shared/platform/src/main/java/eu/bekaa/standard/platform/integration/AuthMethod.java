package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Word;
import java.util.Map;

/// How an integration identifies itself, and the credential that this takes.
public enum AuthMethod {
    API_KEY("api_key"),
    OAUTH("access_token"),
    WEBHOOK_SECRET("secret"),
    SERVICE_TOKEN("token");

    private final String credential;

    AuthMethod(String credential) {
        this.credential = credential;
    }

    /// The name under which the credential is given.
    String credential() {
        return credential;
    }

    /// The header that a call carries.
    Map<String, String> headers(String secret) {
        return switch (this) {
            case API_KEY -> Map.of("X-API-Key", secret);
            case OAUTH, SERVICE_TOKEN -> Map.of("Authorization", "Bearer " + secret);
            case WEBHOOK_SECRET -> Map.of("X-Webhook-Secret", secret);
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
