package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.SourceWarning;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An accepted import, with what is odd about its source.
@Serdeable
@Schema(description = "An accepted import, with what is odd about its source.")
public record ImportAnswer(
        @Schema(description = "The run, to be polled.") ImportRun importRun,

        @Schema(description = "Name of the file.", example = "SCF 2022.3.xlsx") @Nullable
        String sourceFilename,

        @Schema(description = "Size of the file.", example = "3142101")
        long fileSizeBytes,

        @Schema(description = "Everything odd about the source; kept with the run too.")
        List<SourceWarning> warnings) {
    public ImportAnswer {
        warnings = List.copyOf(warnings);
    }
}
