package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One imported release of the SCF. Its contents never change.
@Serdeable
@Introspected
@Schema(description = "One imported release of the SCF.")
public record ScfVersion(
        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Label, unique on the platform.", example = "2022.3")
        String versionLabel,

        @Schema(description = "Day of release, where the source names it.", example = "2022-12-13") @Nullable
        LocalDate releaseDate,

        @Schema(
                description = "SHA-256 of the imported file, lower-case hex.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sourceHash,

        @Schema(description = "How far its import has come.", example = "succeeded")
        ImportStatus importStatus,

        @Schema(description = "When it was imported.", example = "2026-04-19T10:30:00Z") @Nullable
        Instant importedAt,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {}
