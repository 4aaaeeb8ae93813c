package eu.bekaa.standard.platform.integration;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A connection to another system.
/// @param credentials sealed; null while a draft and once revoked or deleted. Annotated twice: the mapper does not read
///                    what is said of an array's type
@MappedEntity("integration")
record Integration(
        @Id UUID integrationId,
        @Version int rowVersion,
        UUID organizationId,
        String name,
        ConnectorType type,
        String provider,
        AuthMethod authMethod,
        @TypeDef(type = DataType.JSON) Map<String, Object> config,
        @jakarta.annotation.Nullable byte @Nullable [] credentials,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> supportedEvents,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> scopes,
        IntegrationStatus status,
        @Nullable String statusReason,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {
    Integration {
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        supportedEvents = List.copyOf(supportedEvents);
        scopes = List.copyOf(scopes);
    }

    Integration standing(IntegrationStatus to, @Nullable String reason, Instant at) {
        return new Integration(
                integrationId,
                rowVersion,
                organizationId,
                name,
                type,
                provider,
                authMethod,
                config,
                to == IntegrationStatus.REVOKED ? null : credentials,
                supportedEvents,
                scopes,
                to,
                reason,
                createdBy,
                createdAt,
                at,
                deletedAt);
    }

    /// Out of sight, without credentials or settings.
    Integration deleted(Instant at) {
        return new Integration(
                integrationId,
                rowVersion,
                organizationId,
                name,
                type,
                provider,
                authMethod,
                Map.of(),
                null,
                supportedEvents,
                scopes,
                status,
                null,
                createdBy,
                createdAt,
                at,
                at);
    }

    @Override
    public String toString() {
        return "integration " + integrationId;
    }
}
