package eu.bekaa.standard.knowledge.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of a document's text, word for word: what is searched and cited.
/// @param startOffset of its first character in the document's text, in UTF-16 units
/// @param active      false once reprocessing or archiving has retired it: no longer searched, still found by those
///         who cite it
@Serdeable
@MappedEntity("document_chunk")
@Schema(description = "A piece of a document's text, word for word.")
public record DocumentChunk(
        @Id @Schema(description = "The chunk.", example = "01936b3e-4444-7abc-9def-0123456789ab")
        UUID chunkId,

        @Schema(description = "The organization it belongs to.", example = "01936b3e-1111-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "The assessment it belongs to.", example = "01936b3e-2222-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "The document it is from.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID documentId,

        @Schema(description = "Its place in the document, from 0.", example = "3")
        int chunkIndex,

        @Schema(description = "The text.", example = "Access rights are reviewed every quarter by the owner.")
        String chunkText,

        @Schema(
                description = "SHA-256 of the text, 64 hex digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String textHash,

        @Schema(description = "About how many tokens it is to a language model.", example = "742")
        int tokenCountEstimate,

        @Schema(
                description = "The page, slide or sheet it is on, from 1; null for formats without pages.",
                example = "12")
        @Nullable
        Integer pageNumber,

        @JsonIgnore int startOffset,
        @JsonIgnore int endOffset,

        @Schema(
                description =
                        "Where it lies: start_offset and end_offset in the document's text, page_label for a sheet.",
                example = "{\"start_offset\": 0, \"end_offset\": 3120}")
        @TypeDef(type = DataType.JSON)
        Map<String, Object> locationMetadata,

        @Schema(description = "Where it stands on its way into the index.", example = "embedded")
        EmbeddingStatus embeddingStatus,

        @JsonIgnore boolean active,

        @Schema(description = "When it was made.", example = "2026-11-21T09:30:12Z")
        Instant createdAt) {
    public DocumentChunk {
        locationMetadata = Map.copyOf(locationMetadata);
    }
}
