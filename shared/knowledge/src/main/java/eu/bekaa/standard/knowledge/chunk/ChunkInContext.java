package eu.bekaa.standard.knowledge.chunk;

import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chunk and its neighbours.
@Serdeable
@Schema(description = "A chunk and its neighbours.")
public record ChunkInContext(
        @Schema(description = "The chunk.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a13")
        UUID chunkId,

        @Schema(description = "The organization it belongs to.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a10")
        UUID organizationId,

        @Schema(description = "The assessment it belongs to.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a11")
        UUID assessmentId,

        @Schema(description = "The document it is from.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a12")
        UUID documentId,

        @Schema(description = "Its place in the document, from 0.", example = "3")
        int chunkIndex,

        @Schema(description = "The text, word for word.", example = "Access rights are reviewed every quarter.")
        String chunkText,

        @Schema(
                description = "SHA-256 of the text, 64 hex digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String textHash,

        @Schema(description = "About how many tokens it is to a language model.", example = "742")
        int tokenCountEstimate,

        @Schema(description = "The page, slide or sheet, from 1; null for formats without pages.", example = "12")
        @Nullable
        Integer pageNumber,

        @Schema(
                description = "Where it lies in the document's text.",
                example = "{\"start_offset\": 0, \"end_offset\": 2711}")
        Map<String, Object> locationMetadata,

        @Schema(description = "Where it stands on its way into the index.", example = "embedded")
        EmbeddingStatus embeddingStatus,

        @Schema(description = "When it was made.", example = "2026-11-21T09:30:12Z")
        Instant createdAt,

        @Schema(
                description = "The first 500 characters of the text.",
                example = "Access rights are reviewed every quarter.")
        String snippet,

        @Schema(description = "The chunk before; null for the first.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a14")
        @Nullable
        UUID previousChunkId,

        @Schema(description = "The chunk after; null for the last.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a15")
        @Nullable
        UUID nextChunkId) {
    private static final int SNIPPET = 500;

    static ChunkInContext of(DocumentChunk chunk, @Nullable DocumentChunk previous, @Nullable DocumentChunk next) {
        return new ChunkInContext(
                chunk.chunkId(),
                chunk.organizationId(),
                chunk.assessmentId(),
                chunk.documentId(),
                chunk.chunkIndex(),
                chunk.chunkText(),
                chunk.textHash(),
                chunk.tokenCountEstimate(),
                chunk.pageNumber(),
                chunk.locationMetadata(),
                chunk.embeddingStatus(),
                chunk.createdAt(),
                head(chunk.chunkText()),
                previous == null ? null : previous.chunkId(),
                next == null ? null : next.chunkId());
    }

    /// The beginning of a text, at most 500 characters, none of them cut in two.
    public static String head(String text) {
        if (text.length() <= SNIPPET) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET);
    }

    /// The end of a text, likewise.
    public static String tail(String text) {
        if (text.length() <= SNIPPET) {
            return text;
        }
        int start = text.length() - SNIPPET;
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
