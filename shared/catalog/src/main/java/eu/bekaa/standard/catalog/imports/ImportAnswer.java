package eu.bekaa.standard.catalog.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.bekaa.standard.catalog.source.ScfContent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// An accepted import, with what is odd about its source.
@Serdeable
@Schema(description = "An accepted import, with what is odd about its source.")
public record ImportAnswer(
        @Schema(description = "The run, to be polled.") ImportRun importRun,

        @JsonUnwrapped SourceReport source) {
    static ImportAnswer of(ImportRun run, Source source, ScfContent content) {
        return new ImportAnswer(run, SourceReport.of(source, content));
    }
}
