package eu.bekaa.standard.platform.integration;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may be changed about an integration; an absent component keeps its value.
@Serdeable
@Schema(description = "What is to be changed; what is left out stays.")
public record IntegrationRevision(
        @Schema(description = "What it is called.", example = "Tickets")
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String name,

        @Schema(description = "Which way it carries things.", example = "destination_connector") @Nullable
        ConnectorType type,

        @Schema(description = "The other system.", example = "jira")
        @Nullable
        @Size(max = 100)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String provider,

        @Schema(description = "How it identifies itself.", example = "api_key") @Nullable
        AuthMethod authMethod,

        @Schema(description = "Its settings.", example = "{\"base_url\": \"https://tickets.example.com/api\"}")
        @Nullable
        Map<String, Object> config,

        @Schema(
                description = "New credentials, which take the place of the old ones.",
                example = "{\"api_key\": \"…\"}",
                accessMode = Schema.AccessMode.WRITE_ONLY)
        @Nullable
        Map<String, String> credentials,

        @Schema(description = "The events that it is for.", example = "[\"soa.approved\"]") @Nullable
        List<String> supportedEvents,

        @Schema(description = "What it may do here.", example = "[\"report:read\"]") @Nullable
        List<String> scopes,

        @Schema(description = "Whether it is in use.", example = "true") @Nullable
        Boolean enabled) {
    /// Whether the connection is another one after it, and has to be tested.
    boolean changesConnection() {
        return config != null || authMethod != null || provider != null || type != null;
    }

    @Override
    public String toString() {
        return "revision of an integration";
    }
}
