package eu.bekaa.standard.platform.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// A tenant: the boundary that no data crosses (contract §4).
@Serdeable
@MappedEntity("organization")
@Schema(description = "An organization, the boundary that no data crosses.")
public record Organization(
        @Id @Schema(description = "Id of the organization.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Short name, unique on the platform.", example = "northwind")
        String slug,

        @Schema(description = "Name.", example = "Northwind Clinics")
        String name,

        @Schema(description = "active, suspended or archived.", example = "active")
        String status,

        @Schema(description = "Plan.", example = "standard") String billingTier) {}
