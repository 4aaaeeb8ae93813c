package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// What two frameworks have in common, seen through the controls of one version.
@Serdeable
@Introspected
@Schema(description = "Two frameworks compared through the controls of one version.")
public record CrossMapping(
        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Id of the one framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkA,

        @Schema(description = "Id of the other framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkB,

        @Schema(description = "Controls that answer the one.", example = "119")
        int controlCountA,

        @Schema(description = "Controls that answer the other.", example = "207")
        int controlCountB,

        @Schema(description = "Controls that answer both.", example = "80")
        int shared,

        @Schema(description = "Controls that answer only the one.", example = "39")
        int onlyInA,

        @Schema(description = "Controls that answer only the other.", example = "127")
        int onlyInB,

        @Schema(description = "Shared controls as a share of all controls of the two, 0 to 100.", example = "32.5")
        double overlapPercentage) {}
