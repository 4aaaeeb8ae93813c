package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.ImportStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One import, from its acceptance to its end.
@Serdeable
@MappedEntity("scf_import_run")
@Schema(description = "One import, from its acceptance to its end.")
public record ImportRun(
        @Id
        @MappedProperty("import_run_id")
        @Schema(description = "Id of the run.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(
                description = "The version it brought, once it succeeded.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID scfVersionId,

        @Schema(description = "xlsx, csv or synthetic_fixture.", example = "xlsx")
        SourceType sourceType,

        @Schema(description = "Name of the file.", example = "SCF 2022.3.xlsx") @Nullable
        String sourceFilename,

        @Schema(description = "Where the source is published.", example = "https://example.org/scf.xlsx") @Nullable
        String sourceUrl,

        @Schema(
                description = "SHA-256 of the source, lower-case hex.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sourceHash,

        @Schema(description = "Label of the version.", example = "2022.3")
        String versionLabel,

        @Schema(description = "Size of the source.", example = "3142101")
        long fileSizeBytes,

        @Schema(description = "pending, running, succeeded or failed.", example = "succeeded")
        ImportStatus status,

        @Schema(description = "How far it is, in percent.", example = "100")
        int progressPercent,

        @Schema(description = "When it was accepted.", example = "2026-04-19T10:30:00Z")
        Instant startedAt,

        @Schema(description = "When it ended.", example = "2026-04-19T10:30:02Z") @Nullable
        Instant completedAt,

        @Schema(description = "Why it failed.", example = "The workbook has no control sheet.") @Nullable
        String errorSummarySafe,

        @TypeDef(type = DataType.JSON) @Schema(description = "What the source holds.")
        ImportStatistics importStatistics,

        @Schema(description = "Trace id of the request that began it.", example = "4f1c2d3e5a6b7c8d")
        String traceId) {}
