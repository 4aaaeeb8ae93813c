package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// How far a version maps a framework.
@Serdeable
@Introspected
@Schema(description = "How far an SCF version maps a framework.")
public record Coverage(
        @Schema(description = "Id of the framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkId,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Requirements of the framework.", example = "108")
        int requirementCount,

        @Schema(description = "Requirements that at least one control answers.", example = "108")
        int mappedRequirementCount,

        @Schema(description = "Controls that answer at least one requirement.", example = "119")
        int controlCount,

        @Schema(description = "Official mappings between them.", example = "170")
        int officialMappingCount,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {}
