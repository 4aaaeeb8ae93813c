package eu.bekaa.standard.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session just opened.
/// @param token          shown to the browser once, as a cookie; only its hash is kept
/// @param organizationId the organization that the session starts in
/// @param expiresAt      twelve hours after sign-in
public record Session(
        String token,
        UUID userId,
        String email,
        String displayName,
        @Nullable UUID organizationId,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "Session of " + userId;
    }
}
