package eu.bekaa.standard.catalog.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.bekaa.standard.catalog.source.ScfContent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an import would bring. Nothing has been kept.
@Serdeable
@Schema(description = "What an import would bring. Nothing has been kept.")
public record ImportPreview(
        @Schema(description = "Always true.", example = "true")
        boolean isDryRun,

        @Schema(description = "The run as it would end.") Run importRun,

        @JsonUnwrapped SourceReport source) {
    static ImportPreview of(Run run, Source source, ScfContent content) {
        return new ImportPreview(true, run, SourceReport.of(source, content));
    }

    /// The run as it would end.
    @Serdeable
    @Schema(description = "A run as it would end.")
    public record Run(
            @Schema(description = "Always xlsx.", example = "xlsx")
            SourceType sourceType,

            @Schema(description = "Name of the file.", example = "SCF 2022.3.xlsx") @Nullable
            String sourceFilename,

            @Schema(
                    description = "SHA-256 of the source, lower-case hex.",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sourceHash,

            @Schema(description = "Label the version would bear.", example = "2022.3")
            String versionLabel,

            @Schema(description = "What the source holds.") ImportStatistics importStatistics) {}
}
