package eu.bekaa.standard.function.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// An organization to be made.
@Serdeable
@Schema(description = "An organization to be made.")
record NewOrganization(
        @Schema(
                description = "Short name, unique on the platform: lower-case letters, digits and hyphens.",
                example = "northwind")
        @NotBlank
        @Size(min = 2, max = 63)
        String slug,

        @Schema(description = "Name.", example = "Northwind Clinics") @NotBlank @Size(max = 200)
        String name) {}
