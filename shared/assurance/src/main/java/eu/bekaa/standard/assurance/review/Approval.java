package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision that a person is asked for or has made, about exactly one version (STD-110).
@Serdeable
@MappedEntity("approval")
@Schema(description = "A decision that a person is asked for, or has made.")
public record Approval(
        @Schema(description = "Id of the approval.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Id
        UUID approvalId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Assessment it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Gate whose approvers decide.", example = "soa")
        Gate gate,

        @Schema(description = "What the decision is about.", example = "artifact_version")
        Target targetType,

        @Schema(
                description = "Id of the version, or of the assessment.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID targetId,

        @Schema(description = "Number of the version; null for a decision on an assessment's state.", example = "1")
        @Nullable
        Integer artifactVersion,

        @Schema(description = "Null while nobody has decided.", example = "approved") @Nullable
        Decision decision,

        @Schema(description = "Who submitted the version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID requestedBy,

        @Schema(description = "The person who decided.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID actorId,

        @Schema(description = "Why it was decided so.", example = "Justifications checked.") @Nullable
        String reason,

        @Schema(description = "When the decision was asked for.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was made.", example = "2026-04-20T08:00:00Z") @Nullable
        Instant decidedAt,

        @Schema(description = "Trace of the request that asked for it.", example = "8f14e45fceea167a")
        String traceId) {
    /// What a decision is about. One on an assessment's state is a recorded sign-off: gates open to decisions on
    /// versions only.
    public enum Target {
        ARTIFACT_VERSION,
        ASSESSMENT_STATE;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// @return when it was decided
    /// @throws Refusal unless this is that person's approval of that very version (STD-64, STD-110)
    Instant requireApproving(Actor.Person by, UUID versionId) {
        if (targetType != Target.ARTIFACT_VERSION || !targetId.equals(versionId)) {
            throw new Refusal(ErrorCode.CONFLICT, "This approval was opened for another version.");
        }
        if (decision != Decision.APPROVED || decidedAt == null) {
            throw new Refusal(ErrorCode.APPROVAL_REQUIRED, "This approval has not been given.");
        }
        if (!by.id().equals(actorId)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A version is approved by the person who made the decision.");
        }
        return decidedAt;
    }

    /// Why this decision does not open a gate, or empty when it does (STD-32).
    /// @param asked   the gate that is to be passed
    /// @param current the version that the gate is about, if there is one
    Optional<Refusal> keepsShut(Gate asked, @Nullable UUID current) {
        if (gate != asked) {
            return Optional.of(new Refusal(ErrorCode.CONFLICT, "This approval belongs to the gate " + gate + "."));
        }
        if (targetType != Target.ARTIFACT_VERSION || !targetId.equals(current)) {
            return Optional.of(
                    new Refusal(ErrorCode.CONFLICT, "This approval was not opened for the version in question."));
        }
        if (decision != Decision.APPROVED) {
            return Optional.of(notGiven(asked));
        }
        return Optional.empty();
    }

    static Refusal notGiven(Gate gate) {
        return new Refusal(ErrorCode.APPROVAL_REQUIRED, "The gate " + gate + " needs an approval that has been given.");
    }
}
