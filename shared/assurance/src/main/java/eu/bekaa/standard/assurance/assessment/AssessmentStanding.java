package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an assessment stands, at a glance.
@Serdeable
@Schema(description = "How an assessment stands, at a glance.")
public record AssessmentStanding(
        @Schema(description = "The assessment.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Where it stands.", example = "documents_ingested")
        AssessmentState state,

        @Schema(description = "The state that a failure or block interrupted.", example = "soa_drafted") @Nullable
        AssessmentState interruptedState,

        @Schema(
                description = "Framework it is made for, once selected.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID frameworkId,

        @Schema(description = "Its documents.") DocumentCounts documents,

        @Schema(description = "The SCF pre-analysis, once it has been made.") @Nullable
        PreAnalysis preAnalysis,

        @Schema(description = "When it last changed.", example = "2026-04-19T10:30:00Z")
        Instant updatedAt) {
    /// How far the documents have come.
    @Serdeable
    @Schema(description = "How far the documents have come.")
    public record DocumentCounts(
            @Schema(description = "Announced when the assessment was begun.", example = "12")
            int announced,

            @Schema(description = "Uploaded and in use.", example = "12")
            int uploaded,

            @Schema(description = "Searchable.", example = "10")
            int embedded,

            @Schema(description = "Impossible to read.", example = "1")
            int failed,

            @Schema(description = "Pieces of work still to be done on them.", example = "1")
            int unfinishedJobs) {}
}
