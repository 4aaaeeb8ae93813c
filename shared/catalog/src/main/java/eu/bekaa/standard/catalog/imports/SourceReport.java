package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.SourceWarning;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source as it was read, with what is odd about it.
@Serdeable
@Schema(description = "A source as it was read, with what is odd about it.")
public record SourceReport(
        @Schema(description = "Name of the file.", example = "SCF 2022.3.xlsx") @Nullable
        String sourceFilename,

        @Schema(description = "Size of the file.", example = "3142101")
        long fileSizeBytes,

        @Schema(description = "How many findings there are about the source.", example = "2168")
        int warningCount,

        @Schema(
                description = "How many there are of each rule.",
                example = "{\"padded_cell\": 1664, \"number_cell\": 74}")
        Map<String, Integer> warningsByRule,

        @Schema(description = "The findings, the first 10,000 of them; none for a clean source.")
        List<SourceWarning> warnings) {
    public SourceReport {
        warningsByRule = Collections.unmodifiableMap(new LinkedHashMap<>(warningsByRule));
        warnings = List.copyOf(warnings);
    }

    static SourceReport of(Source source, ScfContent content) {
        return new SourceReport(
                source.filename(), source.size(), content.warningCount(), content.warningsByRule(), content.warnings());
    }
}
