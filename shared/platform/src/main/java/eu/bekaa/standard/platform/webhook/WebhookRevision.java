package eu.bekaa.standard.platform.webhook;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be changed about a webhook; an absent component keeps its value.
@Serdeable
@Schema(description = "What is to be changed; what is left out stays.")
public record WebhookRevision(
        @Schema(description = "Where it is to be called.", example = "https://hooks.example.com/standard")
        @Nullable
        @Size(min = 1, max = 2000)
        String url,

        @Schema(description = "What it is to hear of; everything, when empty.", example = "[\"soa.approved\"]")
        @Nullable
        List<String> events,

        @Schema(description = "What it is for.", example = "Tickets for the security team") @Nullable @Size(max = 500)
        String description,

        @Schema(description = "Whether it is called.", example = "false") @Nullable
        Boolean enabled) {}
