package eu.bekaa.standard.platform.apikey;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A machine key as it is shown.
@Serdeable
@Schema(description = "A machine key; the key itself is shown once, when it is made.")
public record ApiKeyView(
        @Schema(description = "Id of the key.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Name given to it.", example = "CI pipeline")
        String name,

        @Schema(description = "Beginning and end of the key.", example = "standard_live_Qm4x…9fZk")
        String maskedKey,

        @Schema(description = "What it may be used for.", example = "[\"assessment:read\"]")
        List<String> scopes,

        @Schema(description = "Last use, to the minute.", example = "2026-04-19T10:30:00Z") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it expires.", example = "2027-04-19T00:00:00Z") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was or will be revoked.", example = "2026-05-01T00:00:00Z") @Nullable
        Instant revokedAt,

        @Schema(description = "Whether it is revoked.", example = "false")
        boolean isRevoked,

        @Schema(description = "active, expired, revoked or pending_revocation.", example = "active")
        String status,

        @Schema(description = "When it was made.", example = "2026-04-19T10:30:00Z")
        Instant createdAt) {
    static ApiKeyView of(ApiKey key, Instant now) {
        var status = key.status(now);
        return new ApiKeyView(
                key.apiKeyId(),
                key.name(),
                key.maskedKey(),
                key.scopes(),
                key.lastUsedAt(),
                key.expiresAt(),
                key.revokesAt(),
                status == ApiKey.Status.REVOKED,
                status.toString(),
                key.createdAt());
    }
}
