package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.ScfContent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a source holds, and what importing it wrote.
@Serdeable
@Schema(description = "What a source holds, and what importing it wrote.")
public record ImportStatistics(
        @Schema(description = "SCF versions.", example = "1")
        int versions,

        @Schema(description = "Domains.", example = "32") int domains,
        @Schema(description = "Controls.", example = "1090") int controls,

        @Schema(description = "Frameworks that controls are mapped to.", example = "192")
        int frameworks,

        @Schema(description = "Requirements of these frameworks.", example = "22678")
        int requirements,

        @Schema(description = "Distinct pairs of control and requirement.", example = "42756")
        int mappings,

        @Schema(description = "Mappings of which the source states the operator.", example = "0")
        int strmRelationships,

        @Schema(description = "Warnings about the source.", example = "2118")
        int warnings,

        @Schema(description = "Records marked as synthetic.", example = "0")
        int syntheticRecords,

        @Schema(
                description = "Catalog rows written; 0 when the same source had been imported before.",
                example = "73000")
        int rowsWritten) {

    /// Before anything has been imported.
    static ImportStatistics none(int warnings) {
        return new ImportStatistics(0, 0, 0, 0, 0, 0, 0, warnings, 0, 0);
    }

    static ImportStatistics of(ScfContent content, SourceType type, int rowsWritten) {
        int records = 1
                + content.domains().size()
                + content.controls().size()
                + content.frameworks().size()
                + content.requirementCount()
                + content.mappingCount();
        return new ImportStatistics(
                1,
                content.domains().size(),
                content.controls().size(),
                content.frameworks().size(),
                content.requirementCount(),
                content.mappingCount(),
                content.strmCount(),
                content.warningCount(),
                type == SourceType.SYNTHETIC_FIXTURE ? records : 0,
                rowsWritten);
    }
}
