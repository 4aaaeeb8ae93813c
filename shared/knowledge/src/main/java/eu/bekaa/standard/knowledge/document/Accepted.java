package eu.bekaa.standard.knowledge.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A document that was taken in, and the work begun on it.
@Serdeable
@Schema(description = "A document that was taken in, and the work begun on it.")
public record Accepted(
        @Schema(description = "The document.") Document document,

        @Schema(description = "The work begun on it; poll it, or the document's status.")
        IngestionJob job) {}
