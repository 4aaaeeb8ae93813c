package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One artefact that an assessor asks for.
@Serdeable
@Introspected
@Schema(description = "One artefact of the evidence request list.")
public record EvidenceRequest(
        @Schema(description = "Id of the request.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID evidenceRequestId,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Code, unique within the version.", example = "E-GOV-01")
        String code,

        @Schema(description = "Area of focus.", example = "Programme management") @Nullable
        String area,

        @Schema(description = "The artefact.", example = "Programme charter")
        String artifact,

        @Schema(description = "What it shows.", example = "Who leads the programme, with which means.") @Nullable
        String description) {}
