package eu.bekaa.standard.catalog.difference;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A control as one version words it.
@Serdeable
@Introspected
@Schema(description = "A control as one version words it.")
public record ControlText(
        @Schema(description = "Id of the control in that version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID controlId,

        @Schema(description = "Id of that version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Code.", example = "AST-02") String controlCode,

        @Schema(description = "Code of its domain.", example = "AST")
        String domainCode,

        @Schema(description = "Title.", example = "Asset Inventories")
        String controlTitle,

        @Schema(description = "What is to be done.", example = "Mechanisms exist to inventory system components.")
        @Nullable
        String controlDescription,

        @Schema(
                description = "The question an assessor asks.",
                example = "Does the organization inventory system components?")
        @Nullable
        String controlQuestion,

        @Schema(description = "Relative weight, 1 to 10.", example = "10") @Nullable
        Double controlWeight) {}
