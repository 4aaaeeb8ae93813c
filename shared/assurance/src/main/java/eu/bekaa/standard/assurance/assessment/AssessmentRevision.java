package eu.bekaa.standard.assurance.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What may be changed about an assessment; an absent component keeps its value.
@Serdeable
@Schema(description = "What is to be changed; what is left out stays.")
public record AssessmentRevision(
        @Schema(description = "What it is called.", example = "Annual assessment 2026")
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String name,

        @Schema(description = "First day of the period observed.", example = "2026-01-01") @Nullable
        LocalDate observationStartDate,

        @Schema(description = "Last day of the period observed.", example = "2026-03-31") @Nullable
        LocalDate observationEndDate) {}
