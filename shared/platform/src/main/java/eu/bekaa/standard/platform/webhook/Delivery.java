package eu.bekaa.standard.platform.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event for one webhook, and what became of it.
@Serdeable
@MappedEntity("webhook_delivery")
@Schema(description = "One event for one webhook, and what became of it.")
public record Delivery(
        @Schema(description = "Id of the delivery.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Id
        UUID deliveryId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "The webhook.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @MappedProperty("webhook_id")
        UUID endpointId,

        @Schema(description = "The event; the same in every attempt.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID eventId,

        @Schema(description = "What happened.", example = "soa.approved")
        String eventType,

        @Schema(description = "How far it is.", example = "delivered")
        DeliveryStatus status,

        @Schema(description = "What the receiver answered last.", example = "200") @Nullable
        Integer httpStatus,

        @Schema(description = "How often it was tried.", example = "1")
        int attemptCount,

        @Schema(description = "How often it is tried at most.", example = "3")
        int maxAttempts,

        @Schema(description = "When it was tried last.", example = "2026-04-19T10:30:00Z") @Nullable
        Instant lastAttemptedAt,

        @Schema(description = "When it is tried again.", example = "2026-04-19T10:30:31Z") @Nullable
        Instant nextRetryAt,

        @Schema(description = "The beginning of the receiver's last answer.", example = "ok") @Nullable
        String responseBody,

        @Schema(description = "Why there was no answer, in words.", example = "There was no answer within 10 seconds.")
        @Nullable
        String failure,

        @Schema(description = "When the delivery was made.", example = "2026-04-19T10:29:59Z")
        Instant createdAt) {}
