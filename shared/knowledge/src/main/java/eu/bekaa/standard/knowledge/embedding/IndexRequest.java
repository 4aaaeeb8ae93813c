package eu.bekaa.standard.knowledge.embedding;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What a request to index has set going.
@Serdeable
@Schema(description = "What a request to index has set going.")
public record IndexRequest(
        @Schema(
                description = "The jobs, one for each document with something to do.",
                example = "[\"0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a21\"]")
        List<UUID> queuedJobIds,

        @Schema(
                description = "The vector references that will be filled.",
                example = "[\"0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a22\"]")
        List<UUID> vectorReferenceIds,

        @Schema(
                description = "The chunks that are in the index already.",
                example = "[\"0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a13\"]")
        List<UUID> skippedChunkIds) {
    public IndexRequest {
        queuedJobIds = List.copyOf(queuedJobIds);
        vectorReferenceIds = List.copyOf(vectorReferenceIds);
        skippedChunkIds = List.copyOf(skippedChunkIds);
    }
}
