package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One clause of a framework; the same across versions (STD-11).
@Serdeable
@Introspected
@Schema(description = "One clause of a framework.")
public record Requirement(
        @Schema(description = "Id of the requirement.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID requirementId,

        @Schema(description = "Id of its framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkId,

        @Schema(description = "Number, unique within the framework.", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "Title; the number where the source gives none.", example = "ID.AM-1")
        String requirementTitle,

        @Schema(description = "Text, where the source gives it.", example = "Devices are inventoried.") @Nullable
        String requirementText,

        @Schema(description = "Whether it is a minimum compliance requirement.", example = "false")
        boolean isMcr,

        @Schema(description = "Why it is one.", example = "Required by law.") @Nullable
        String mcrRationale,

        @Schema(description = "active, deprecated, draft or archived.", example = "active")
        RecordStatus status,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {}
