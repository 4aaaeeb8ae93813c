package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.imports.SourceType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A catalog to be imported, sent as text.
@Serdeable
@Schema(description = "A catalog to be imported, sent as text.")
record ImportRequest(
        @Schema(description = "xlsx, csv or synthetic_fixture; oscal_json is refused.", example = "csv") @NotNull
        SourceType sourceType,

        @Schema(description = "Name of the file.", example = "scf-2022.3.csv") @Nullable @Size(max = 300)
        String sourceFilename,

        @Schema(description = "Where the source is published.", example = "https://example.org/scf.xlsx")
        @Nullable
        @Size(max = 300)
        String sourceUrl,

        @Schema(
                description = "SHA-256 of the decoded content; checked when sent.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        @Size(max = 80)
        String sourceHash,

        @Schema(description = "Label of the version.", example = "2022.3") @Nullable @Size(max = 100)
        String versionLabel,

        @Schema(description = "The workbook in base64, or the text itself.", example = "SCF Domain,SCF Control,SCF #,…")
        @NotBlank
        String content) {}
