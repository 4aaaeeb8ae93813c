package eu.bekaa.standard.knowledge.chunk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What there is to search.
@Serdeable
@Schema(description = "What there is to search.")
public record KnowledgeStats(
        @Schema(description = "Documents taken in and not archived.", example = "42")
        long documentCount,

        @Schema(description = "Chunks of their text.", example = "613")
        long chunkCount,

        @Schema(description = "Chunks that can be found by meaning.", example = "600")
        long embeddedCount,

        @Schema(description = "Chunks still on their way.", example = "12")
        long pendingCount,

        @Schema(description = "Chunks that could not be embedded.", example = "1")
        long failedCount) {}
