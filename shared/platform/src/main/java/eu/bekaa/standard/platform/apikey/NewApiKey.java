package eu.bekaa.standard.platform.apikey;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A machine key just made, with the key itself, once (STD-20).
@Serdeable
@Schema(description = "A machine key just made. The key is shown this once and cannot be had again.")
public record NewApiKey(
        @Schema(description = "Id of the key.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Name given to it.", example = "CI pipeline")
        String name,

        @Schema(description = "The key itself.", example = "standard_live_<43 characters>")
        String key,

        @Schema(description = "Beginning and end of the key.", example = "standard_live_Qm4x…9fZk")
        String maskedKey,

        @Schema(description = "What it may be used for.", example = "[\"assessment:read\"]")
        List<String> scopes,

        @Schema(description = "When it expires.", example = "2027-04-19T00:00:00Z") @Nullable
        Instant expiresAt) {
    @Override
    public String toString() {
        return maskedKey;
    }
}
