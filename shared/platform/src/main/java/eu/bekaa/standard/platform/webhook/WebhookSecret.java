package eu.bekaa.standard.platform.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A webhook with the secret that was just made for it, once (STD-150).
@Serdeable
@Schema(description = "A webhook with its new secret, which is shown this once and cannot be had again.")
public record WebhookSecret(
        @Schema(description = "Id of the webhook.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Where it is called.", example = "https://hooks.example.com/standard")
        String url,

        @Schema(description = "What it hears of; everything, when empty.", example = "[\"soa.approved\"]")
        List<String> events,

        @Schema(description = "What it is for.", example = "Tickets for the security team")
        String description,

        @Schema(description = "Whether it is called.", example = "true")
        boolean enabled,

        @Schema(description = "The secret that signs every delivery.", example = "whsec_<64 hex digits>")
        String signingSecret,

        @Schema(description = "Beginning and end of the secret.", example = "whsec_…9f3c")
        String signingSecretMasked,

        @Schema(
                description = "Until when the secret before the last rotation signs, too.",
                example = "2026-04-20T10:30:00Z")
        @Nullable
        Instant formerSecretValidUntil,

        @Schema(description = "When it was made.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was changed last.", example = "2026-04-19T10:30:00Z")
        Instant updatedAt) {
    static WebhookSecret of(WebhookView view, String secret) {
        return new WebhookSecret(
                view.id(),
                view.url(),
                view.events(),
                view.description(),
                view.enabled(),
                secret,
                view.signingSecretMasked(),
                view.formerSecretValidUntil(),
                view.createdAt(),
                view.updatedAt());
    }

    @Override
    public String toString() {
        return signingSecretMasked;
    }
}
