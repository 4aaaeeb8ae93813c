package eu.bekaa.standard.platform.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address that hears what happens.
/// @param events          the types it hears of, every published one when empty
/// @param disabledReason  why the product switched it off; null when a person did, or nobody
/// @param secret          what signs its deliveries, sealed
/// @param formerSecret    the one before, which still signs until `formerUntil`
/// @param consecutiveFailures  deliveries given up since the last success
/// @param callerJob       the job whose turn it is to call; null while there is nothing to tell
/// @param callerDue       when that job may begin
@MappedEntity("webhook")
record Webhook(
        @Id UUID webhookId,
        UUID organizationId,
        String url,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> events,
        String description,
        boolean enabled,
        @Nullable String disabledReason,
        byte[] secret,
        String secretMasked,
        @jakarta.annotation.Nullable byte @Nullable [] formerSecret,
        @Nullable Instant formerUntil,
        int consecutiveFailures,
        @Nullable Instant failingSince,
        @Nullable UUID callerJob,
        @Nullable Instant callerDue,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {
    Webhook {
        events = List.copyOf(events);
    }

    @Override
    public String toString() {
        return "webhook " + webhookId;
    }
}
