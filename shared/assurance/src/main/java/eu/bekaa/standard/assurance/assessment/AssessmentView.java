package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment as its readers see it.
@Serdeable
@Schema(description = "One run of an organization through a framework.")
public record AssessmentView(
        @Schema(description = "Id of the assessment.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "What it is called.", example = "Annual assessment 2026")
        String name,

        @Schema(description = "Where it stands.", example = "soa_drafted")
        AssessmentState state,

        @Schema(description = "SCF version pinned at its creation.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Label of that version.", example = "2022.3") @Nullable
        String scfVersionLabel,

        @Schema(
                description = "Framework it is made for, once selected.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID frameworkId,

        @Schema(description = "First day of the period observed.", example = "2026-01-01") @Nullable
        LocalDate observationStartDate,

        @Schema(description = "Last day of the period observed.", example = "2026-03-31") @Nullable
        LocalDate observationEndDate,

        @Schema(description = "The assessment that this one repeats.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID parentAssessmentId,

        @Schema(description = "1 for a first assessment, one more for each repetition.", example = "1")
        int cycleNumber,

        @Schema(
                description = "SoA version that a repetition starts from.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID baselineSoaVersionId,

        @Schema(description = "Whether it is made against a catalog for demonstration.", example = "false")
        boolean isSynthetic,

        @Schema(description = "Who began it.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID createdBy,

        @Schema(description = "When it was begun.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When it last changed.", example = "2026-04-19T10:30:00Z")
        Instant updatedAt) {
    static AssessmentView of(Assessment assessment) {
        return new AssessmentView(
                assessment.assessmentId(),
                assessment.organizationId(),
                assessment.name(),
                assessment.state(),
                assessment.scfVersionId(),
                assessment.scfVersionLabel(),
                assessment.frameworkId(),
                assessment.observationStartDate(),
                assessment.observationEndDate(),
                assessment.parentAssessmentId(),
                assessment.cycleNumber(),
                assessment.baselineSoaVersionId(),
                assessment.isSynthetic(),
                assessment.createdBy(),
                assessment.createdAt(),
                assessment.updatedAt());
    }
}
