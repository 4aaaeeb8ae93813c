package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.webhook.Delivery;
import eu.bekaa.standard.platform.webhook.NewWebhook;
import eu.bekaa.standard.platform.webhook.WebhookRevision;
import eu.bekaa.standard.platform.webhook.WebhookSecret;
import eu.bekaa.standard.platform.webhook.WebhookService;
import eu.bekaa.standard.platform.webhook.WebhookView;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.AnswersSecret;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Webhooks of the organization (contract §17).
@Controller("/api/v1")
@Tag(name = "Webhooks")
class WebhookController {
    private static final int DEFAULT_GRACE_HOURS = 24;

    private final WebhookService webhooks;

    WebhookController(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @Serdeable
    @Schema(description = "How a secret is to be rotated.")
    record SecretRotation(
            @Schema(description = "Hours for which the secret before signs as well.", example = "24")
            @Nullable
            @Min(0)
            @Max(168)
            Integer gracePeriodHours) {}

    @Serdeable
    @Schema(description = "It is gone.")
    record Removed(
            @Schema(description = "Always true.", example = "true")
            boolean ok) {}

    @Get("/organizations/{orgId}/webhooks")
    @Allowed("webhook:read")
    @Operation(summary = "List the webhooks")
    List<WebhookView> list(Caller caller, UUID orgId) {
        return webhooks.all(caller, orgId);
    }

    @Post("/organizations/{orgId}/webhooks")
    @Allowed("webhook:create")
    @AnswersSecret
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Make a webhook; its secret is shown this once")
    WebhookSecret create(Caller caller, UUID orgId, @Valid @Body NewWebhook body) {
        return webhooks.create(caller, orgId, body);
    }

    @Get("/webhooks/{webhookId}")
    @Allowed("webhook:read")
    @Operation(summary = "Show a webhook")
    WebhookView find(Caller caller, UUID webhookId) {
        return webhooks.find(caller, webhookId);
    }

    @Patch("/webhooks/{webhookId}")
    @Allowed("webhook:update")
    @Operation(summary = "Change a webhook, or switch it on or off")
    WebhookView revise(Caller caller, UUID webhookId, @Valid @Body WebhookRevision body) {
        return webhooks.revise(caller, webhookId, body);
    }

    @Delete("/webhooks/{webhookId}")
    @Allowed("webhook:delete")
    @Operation(summary = "Remove a webhook with its secret and deliveries")
    Removed delete(Caller caller, UUID webhookId) {
        webhooks.delete(caller, webhookId);
        return new Removed(true);
    }

    @Get("/webhooks/{webhookId}/deliveries")
    @Allowed("webhook:read")
    @Operation(summary = "List the last 50 deliveries, newest first")
    List<Delivery> deliveries(Caller caller, UUID webhookId) {
        return webhooks.deliveries(caller, webhookId);
    }

    @Post("/webhooks/{webhookId}/test")
    @Allowed("webhook:create")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a test event; what became of it stands among the deliveries")
    Delivery test(Caller caller, UUID webhookId) {
        return webhooks.test(caller, webhookId);
    }

    @Post("/webhooks/{webhookId}/rotate-secret")
    @Allowed("webhook:update")
    @AnswersSecret
    @Operation(summary = "Give a webhook a new secret; it is shown this once")
    WebhookSecret rotate(Caller caller, UUID webhookId, @Nullable @Valid @Body SecretRotation body) {
        var hours = body == null || body.gracePeriodHours() == null ? DEFAULT_GRACE_HOURS : body.gracePeriodHours();
        return webhooks.rotate(caller, webhookId, Duration.ofHours(hours));
    }
}
