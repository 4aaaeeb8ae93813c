package eu.bekaa.standard.function.catalog;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A workbook that has been put to its address.
@Serdeable
@Schema(description = "A workbook that has been put to its address.")
record UploadedWorkbook(
        @Schema(description = "Name of the file.", example = "SCF 2022.3.xlsx") @Nullable @Size(max = 300)
        String sourceFilename,

        @Schema(description = "Label of the version.", example = "2022.3") @Nullable @Size(max = 100)
        String versionLabel) {}
