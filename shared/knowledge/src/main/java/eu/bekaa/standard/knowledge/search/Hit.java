package eu.bekaa.standard.knowledge.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passage that may be evidence (STD-51). Its text comes from an uploaded document and is untrusted (STD-45).
@Serdeable
public record Hit(
        @Schema(description = "The document.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a12")
        UUID documentId,

        @Schema(description = "The chunk of the document.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a13")
        UUID chunkId,

        @Schema(
                description = "The reference to the chunk's vectors; null where it has none yet.",
                example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a14")
        @Nullable
        UUID vectorReferenceId,

        @Schema(
                description =
                        "Calibrated relevance, 0 to 1: how likely a reader would say that the passage speaks to the query.",
                example = "0.83")
        double score,

        @Schema(
                description = "The sentences that answer best, word for word, at most 500 characters.",
                example = "Managers review access rights each quarter.")
        String snippet,

        @Schema(description = "The page, from 1; null for formats without pages.", example = "7") @Nullable
        Integer pageNumber,

        @Schema(description = "The document's type.", example = "policy")
        String documentType,

        @Schema(description = "The document's file name.", example = "access-policy.pdf")
        String documentTitle,

        @Schema(description = "How the passage was found.", example = "vector")
        RetrievalMethod retrievalMethod,

        @Schema(description = "Always true.", example = "true")
        boolean candidateEvidence,

        @JsonIgnore String chunkText,

        @Schema(description = "Where the snippet begins in the document's text, in characters.", example = "18234")
        int startOffset,

        @Schema(description = "Where the snippet ends, exclusive.", example = "18277")
        int endOffset,

        @Schema(description = "The text around the chunk, where it was asked for.") @Nullable
        Context context) {
    /// What stands around a chunk in its document.
    @Serdeable
    public record Context(
            @Schema(
                    description = "The end of the chunk before, at most 500 characters; null at the beginning.",
                    example = "Accounts are personal.")
            @Nullable
            String before,

            @Schema(
                    description = "The beginning of the chunk after, at most 500 characters; null at the end.",
                    example = "Shared accounts are forbidden.")
            @Nullable
            String after) {}
}
