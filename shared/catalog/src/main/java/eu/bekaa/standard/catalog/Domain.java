package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A family of controls within one version.
@Serdeable
@Introspected
@Schema(description = "A family of controls.")
public record Domain(
        @Schema(description = "Id of the domain.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Code, unique within the version.", example = "GOV")
        String domainCode,

        @Schema(description = "Name.", example = "Security & Privacy Governance")
        String domainName,

        @Schema(description = "The principle behind it.", example = "Run a documented, risk-based programme.") @Nullable
        String description,

        @Schema(
                description = "What it is meant to achieve.",
                example = "Leadership steers security by measured results.")
        @Nullable
        String intent,

        @Schema(description = "Place in the source's order, from 1.", example = "1")
        int sortOrder,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {}
