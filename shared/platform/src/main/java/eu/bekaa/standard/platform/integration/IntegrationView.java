package eu.bekaa.standard.platform.integration;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An integration as it is shown, without its credentials.
@Serdeable
@Schema(description = "A connection to another system; its credentials are never shown.")
public record IntegrationView(
        @Schema(description = "Id of the integration.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID integrationId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "What it is called.", example = "Tickets")
        String name,

        @Schema(description = "Which way it carries things.", example = "destination_connector")
        ConnectorType type,

        @Schema(description = "The other system.", example = "jira")
        String provider,

        @Schema(description = "How it identifies itself.", example = "api_key")
        AuthMethod authMethod,

        @Schema(description = "Its settings.", example = "{\"base_url\": \"https://tickets.example.com/api\"}")
        Map<String, Object> config,

        @Schema(description = "Whether it has credentials.", example = "true")
        boolean hasCredentials,

        @Schema(description = "The events that it is for.", example = "[\"soa.approved\"]")
        List<String> supportedEvents,

        @Schema(description = "What it may do here.", example = "[\"report:read\"]")
        List<String> scopes,

        @Schema(description = "Whether it is in use.", example = "true")
        boolean enabled,

        @Schema(description = "Where it stands.", example = "enabled")
        IntegrationStatus status,

        @Schema(description = "Why it failed.", example = "The other system answered 401.") @Nullable
        String statusReason,

        @Schema(description = "When it was made.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was changed last.", example = "2026-04-19T10:30:00Z")
        Instant updatedAt) {
    static IntegrationView of(Integration integration) {
        return new IntegrationView(
                integration.integrationId(),
                integration.organizationId(),
                integration.name(),
                integration.type(),
                integration.provider(),
                integration.authMethod(),
                integration.config(),
                integration.credentials() != null,
                integration.supportedEvents(),
                integration.scopes(),
                integration.status() == IntegrationStatus.ENABLED,
                integration.status(),
                integration.statusReason(),
                integration.createdAt(),
                integration.updatedAt());
    }
}
