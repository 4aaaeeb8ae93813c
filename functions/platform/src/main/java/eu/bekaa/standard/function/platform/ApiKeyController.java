package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.apikey.ApiKeyService;
import eu.bekaa.standard.platform.apikey.ApiKeyView;
import eu.bekaa.standard.platform.apikey.NewApiKey;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.AnswersSecret;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Machine keys of the organization (contract §4).
@Controller("/api/v1/api-keys")
@Tag(name = "Machine keys")
class ApiKeyController {
    private static final int DEFAULT_GRACE_HOURS = 24;

    private final ApiKeyService keys;

    ApiKeyController(ApiKeyService keys) {
        this.keys = keys;
    }

    @Serdeable
    @Schema(description = "A machine key to be made.")
    record Creation(
            @Schema(description = "What the key is for.", example = "CI pipeline") @NotBlank @Size(max = 100)
            String name,

            @Schema(description = "When it expires; never, if left out.", example = "2027-04-19T00:00:00Z") @Nullable
            Instant expiresAt,

            @Schema(
                    description = "What it may be used for; everything offered, if left out.",
                    example = "[\"assessment:read\"]")
            @Nullable
            List<String> scopes) {}

    @Serdeable
    @Schema(description = "What is to be changed; what is left out stays.")
    record Revision(
            @Schema(description = "What the key is for.", example = "CI pipeline")
            @Nullable
            @Pattern(regexp = "(?s).*\\S.*")
            @Size(max = 100)
            String name,

            @Schema(description = "When it expires.", example = "2027-04-19T00:00:00Z") @Nullable
            Instant expiresAt,

            @Schema(description = "What it may be used for.", example = "[\"assessment:read\"]") @Nullable
            List<String> scopes) {}

    @Serdeable
    @Schema(description = "How a key is to be rotated.")
    record RotationRequest(
            @Schema(description = "Hours for which the old key still works.", example = "24")
            @Nullable
            @Min(0)
            @Max(168)
            Integer gracePeriodHours) {}

    @Serdeable
    @Schema(description = "The key that takes over, and the one that ends.")
    record Rotated(
            @Schema(description = "The new key.") NewApiKey newKey,
            @Schema(description = "The old key.") OldKey oldKey) {}

    @Serdeable
    @Schema(description = "A key that has been rotated.")
    record OldKey(
            @Schema(description = "Id of the key.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID id,

            @Schema(description = "pending_revocation, or revoked without grace.", example = "pending_revocation")
            String status,

            @Schema(description = "When it stops to work.", example = "2026-04-20T10:30:00Z")
            Instant revokesAt) {}

    @Serdeable
    @Schema(description = "A key has been revoked.")
    record Revoked(
            @Schema(description = "Always true.", example = "true")
            boolean ok,

            @Schema(description = "Since when.", example = "2026-04-19T10:30:00Z")
            Instant revokedAt) {}

    @Get
    @Allowed("organization:read")
    @Operation(summary = "List the machine keys")
    List<ApiKeyView> list(Caller caller, @Nullable @QueryValue Boolean active) {
        return keys.all(caller).stream()
                .filter(key -> active == null || active == key.status().equals("active"))
                .toList();
    }

    @Post
    @Allowed("organization:update")
    @AnswersSecret
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Make a machine key; it is shown this once")
    NewApiKey create(Caller caller, @Valid @Body Creation body) {
        return keys.create(caller, body.name(), body.expiresAt(), body.scopes());
    }

    @Patch("/{keyId}")
    @Allowed("organization:update")
    @Operation(summary = "Change the name, end or scopes of a machine key")
    ApiKeyView revise(Caller caller, UUID keyId, @Valid @Body Revision body) {
        return keys.revise(caller, keyId, body.name(), body.expiresAt(), body.scopes());
    }

    @Delete("/{keyId}")
    @Allowed("organization:update")
    @Operation(summary = "Revoke a machine key at once")
    Revoked revoke(Caller caller, UUID keyId) {
        return new Revoked(true, keys.revoke(caller, keyId));
    }

    @Post("/{keyId}/rotate")
    @Allowed("organization:update")
    @AnswersSecret
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Replace a machine key by a new one with the same scopes")
    Rotated rotate(Caller caller, UUID keyId, @Nullable @Valid @Body RotationRequest body) {
        var hours = body == null || body.gracePeriodHours() == null ? DEFAULT_GRACE_HOURS : body.gracePeriodHours();
        var rotation = keys.rotate(caller, keyId, Duration.ofHours(hours));
        var status = hours == 0 ? "revoked" : "pending_revocation";
        return new Rotated(rotation.successor(), new OldKey(rotation.oldKey(), status, rotation.revokesAt()));
    }
}
