package eu.bekaa.standard.catalog;

import eu.bekaa.standard.catalog.source.ScfContent;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A risk that a missing control leaves open, or a threat that it meets.
@Serdeable
@Introspected
@Schema(description = "A risk or threat that controls answer.")
public record Hazard(
        @Schema(description = "Id of the risk or threat.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID hazardId,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "risk or threat.", example = "risk")
        ScfContent.Hazard.Kind kind,

        @Schema(description = "Code, unique within the version.", example = "R-AC-1")
        String code,

        @Schema(description = "Group.", example = "Access control") @Nullable
        String groupingName,

        @Schema(description = "Name.", example = "No individual accountability")
        String name,

        @Schema(description = "Description.", example = "Actions cannot be traced to a person.") @Nullable
        String description) {}
