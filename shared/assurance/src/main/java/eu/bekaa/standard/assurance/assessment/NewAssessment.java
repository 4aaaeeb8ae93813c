package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.OrganizationRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment to be begun.
@Serdeable
@Schema(description = "An assessment to be begun.")
public record NewAssessment(
        @Schema(description = "What it is called.", example = "Annual assessment 2026") @NotBlank @Size(max = 200)
        String name,

        @Schema(
                description = "SCF version that it is made against, for good.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @NotNull
        UUID scfVersionId,

        @Schema(
                description =
                        "The organization of the request, if given at all; a platform administrator may name another.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID organizationId,

        @Schema(description = "How many documents are going to be uploaded.", example = "12")
        @Nullable
        @Min(0)
        @Max(100_000)
        Integer documentCount,

        @Schema(description = "First day of the period observed.", example = "2026-01-01") @Nullable
        LocalDate observationStartDate,

        @Schema(description = "Last day of the period observed.", example = "2026-03-31") @Nullable
        LocalDate observationEndDate)
        implements OrganizationRequest {}
