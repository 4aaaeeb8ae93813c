package eu.bekaa.standard.platform.integration;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step in the life of an integration.
@Serdeable
@MappedEntity("integration_status")
@Schema(description = "One step in the life of an integration.")
public record StatusChange(
        @Schema(description = "Id of the step.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Id
        UUID integrationStatusId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "The integration.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID integrationId,

        @Schema(description = "Where it stood; null at its beginning.", example = "configured") @Nullable
        IntegrationStatus fromStatus,

        @Schema(description = "Where it stands from then on.", example = "connection_tested")
        IntegrationStatus toStatus,

        @Schema(description = "Why.", example = "The connection was tested.")
        String reason,

        @Schema(description = "Who did it.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID actorId,

        @Schema(description = "When.", example = "2026-04-19T10:30:00Z")
        Instant occurredAt) {}
