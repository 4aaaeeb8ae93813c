package eu.bekaa.standard.catalog.difference;

import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One requirement that a control answers in one of two versions only, or otherwise in each.
@Serdeable
@Introspected
@Schema(description = "A requirement that a control answers in one of two versions only, or otherwise in each.")
public record MappingChange(
        @Schema(description = "mappings_added, mappings_removed or mappings_changed.", example = "mappings_added")
        ChangeKind kind,

        @Schema(description = "Id of the framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkId,

        @Schema(description = "Code of the framework.", example = "NIST CSF V1.1")
        String frameworkCode,

        @Schema(description = "Id of the requirement.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID requirementId,

        @Schema(description = "Number of the requirement.", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "The operator in the older version.", example = "intersects") @Nullable
        RelationshipType relationshipBefore,

        @Schema(description = "The operator in the newer version.", example = "subset") @Nullable
        RelationshipType relationshipAfter,

        @Schema(description = "The strength in the older version.", example = "0.5") @Nullable
        Double strengthBefore,

        @Schema(description = "The strength in the newer version.", example = "0.7") @Nullable
        Double strengthAfter) {}
