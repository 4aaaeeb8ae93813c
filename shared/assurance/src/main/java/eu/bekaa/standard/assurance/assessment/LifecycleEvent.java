package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One move of an assessment: from where to where, by whom and why. Never changed (STD-33).
@Serdeable
@MappedEntity("lifecycle_event")
@Schema(description = "One move of an assessment.")
public record LifecycleEvent(
        @Schema(description = "Id of the event.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Id
        UUID eventId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Assessment that moved.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Counts the moves of the assessment from 1.", example = "7")
        int ordinal,

        @Schema(description = "State before.", example = "soa_drafted")
        AssessmentState previousState,

        @Schema(description = "State after.", example = "soa_under_review")
        AssessmentState nextState,

        @Schema(description = "What moved it.", example = "soa_submitted_for_review")
        LifecycleEventType eventType,

        @Schema(description = "The person or key that acted.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID actorId,

        @Schema(description = "The part of the product that acted by itself.", example = "ingestion") @Nullable
        String systemActor,

        @Schema(description = "Why it was moved.", example = "Justifications complete.")
        String reason,

        @Schema(description = "When it moved.", example = "2026-04-19T10:30:00Z")
        Instant timestamp,

        @Schema(description = "Trace of the request that moved it.", example = "8f14e45fceea167a")
        String traceId,

        @Schema(
                description = "Facts that belong to the move.",
                example = "{\"framework_id\": \"01936b3e-8f00-7abc-9def-0123456789ab\"}")
        @TypeDef(type = DataType.JSON)
        Map<String, Object> metadata) {}
