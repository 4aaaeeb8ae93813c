package eu.bekaa.standard.platform.integration;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An integration to be made.
@Serdeable
@Schema(description = "An integration to be made.")
public record NewIntegration(
        @Schema(description = "What it is called.", example = "Tickets") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Which way it carries things.", example = "destination_connector") @NotNull
        ConnectorType type,

        @Schema(description = "The other system.", example = "jira") @NotBlank @Size(max = 100)
        String provider,

        @Schema(description = "How it identifies itself.", example = "api_key") @NotNull
        AuthMethod authMethod,

        @Schema(
                description = "Its settings; base_url is what a test calls.",
                example = "{\"base_url\": \"https://tickets.example.com/api\"}")
        @Nullable
        Map<String, Object> config,

        @Schema(
                description =
                        "What identifies it: api_key, access_token, secret or token, by auth_method. Never shown again.",
                example = "{\"api_key\": \"…\"}",
                accessMode = Schema.AccessMode.WRITE_ONLY)
        @Nullable
        Map<String, String> credentials,

        @Schema(description = "The events that it is for.", example = "[\"soa.approved\"]") @Nullable
        List<String> supportedEvents,

        @Schema(description = "What it may do here.", example = "[\"report:read\"]") @Nullable
        List<String> scopes,

        @Schema(
                description = "Ignored unless false: an integration is enabled once its connection has been tested.",
                example = "false")
        @Nullable
        Boolean enabled) {
    @Override
    public String toString() {
        return "integration " + name;
    }
}
