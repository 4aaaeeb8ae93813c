package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// What one SP-CMM level looks like for one control.
@Serdeable
@Introspected
@Schema(description = "What one maturity level looks like for a control.")
public record MaturityCriterion(
        @Schema(description = "Id of the control.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID controlId,

        @Schema(description = "SP-CMM level, 0 to 5.", example = "3")
        int level,

        @Schema(
                description = "What an assessor finds at this level.",
                example = "A documented programme is in force across the organization.")
        String criterion,

        @Schema(
                description = "False where the source says that the level does not apply to this control.",
                example = "true")
        boolean reachable) {}
