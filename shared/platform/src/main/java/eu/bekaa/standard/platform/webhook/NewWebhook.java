package eu.bekaa.standard.platform.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook to be made.
@Serdeable
@Schema(description = "A webhook to be made.")
public record NewWebhook(
        @Schema(description = "Where it is to be called.", example = "https://hooks.example.com/standard")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(
                description = "What it is to hear of; everything, when empty or left out.",
                example = "[\"soa.approved\", \"report.generated\"]")
        @Nullable
        List<String> events,

        @Schema(description = "What it is for.", example = "Tickets for the security team") @Nullable @Size(max = 500)
        String description,

        @Schema(description = "Whether it is called; true, if left out.", example = "true") @Nullable
        Boolean enabled) {}
