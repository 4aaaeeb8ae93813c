package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A law, standard or other source of requirements; the same across versions (STD-11).
@Serdeable
@Introspected
@Schema(description = "A law, standard or other source of requirements.")
public record Framework(
        @Schema(description = "Id of the framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkId,

        @Schema(description = "Its header in the workbook, normalised.", example = "NIST CSF V1.1")
        String frameworkCode,

        @Schema(description = "Name.", example = "NIST CSF v1.1")
        String frameworkName,

        @Schema(description = "Version.", example = "1.1") @Nullable
        String frameworkVersion,

        @Schema(description = "Publisher.", example = "NIST") @Nullable
        String publisher,

        @Schema(description = "Where it applies.", example = "Universal") @Nullable
        String jurisdiction,

        @Schema(description = "Kind of source, where known.", example = "framework") @Nullable
        String category,

        @Schema(
                description = "Full title as its publisher gives it.",
                example = "Framework for Improving Critical Infrastructure Cybersecurity")
        @Nullable
        String sourceTitle,

        @Schema(description = "Where it is published.", example = "https://www.nist.gov/cyberframework") @Nullable
        String sourceUrl,

        @Schema(description = "active, deprecated, draft or archived.", example = "active")
        RecordStatus status,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {}
