package eu.bekaa.standard.catalog;

import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An official relationship between a control and a requirement in one version.
/// @param strengthScore how much they overlap, 0.1 to 0.9; null where the source states no strength
@Serdeable
@Introspected
@Schema(description = "A relationship between a control and a requirement.")
public record Mapping(
        @Schema(description = "Id of the mapping.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Id of the framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfFrameworkId,

        @Schema(description = "Id of the requirement.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfFrameworkRequirementId,

        @Schema(description = "Id of the control.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfControlId,

        @Schema(description = "Code of the control.", example = "AST-02")
        String controlCode,

        @Schema(description = "Number of the requirement.", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "Code of the framework.", example = "NIST CSF V1.1")
        String frameworkCode,

        @Schema(
                description =
                        "equal, subset, intersects, superset or no_relation. A workbook states no operator: its mappings are intersects.",
                example = "intersects")
        RelationshipType relationshipType,

        @Schema(description = "How much they overlap, 0.1 to 0.9; null where the source states none.", example = "0.5")
        @Nullable
        Double strengthScore,

        @Schema(description = "The same strength, under its older name.", example = "0.5") @Nullable
        Double relationshipStrength,

        @Schema(description = "Why they are related, where the source says so.", example = "Both ask for an inventory.")
        @Nullable
        String mappingRationale,

        @Schema(description = "official_scf, derived or consultative.", example = "official_scf")
        MappingSource mappingSource,

        @Schema(
                description = "Whether the SCF itself states it; only such mappings are used when drafting.",
                example = "true")
        boolean isOfficial,

        @Schema(description = "active, deprecated, draft or archived.", example = "active")
        RecordStatus status) {}
