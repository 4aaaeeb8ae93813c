package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.knowledge.search.RetrievalMethod;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passage behind an evidence finding, quoted word for word.
@Serdeable
@MappedEntity("evidence_source")
public record EvidenceSource(
        @Schema(description = "The source", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b") @Id
        UUID evidenceSourceId,

        @Schema(description = "The organization", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The finding it supports", example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        UUID evidenceFindingId,

        @Schema(description = "Its place among the finding's sources, the best first, from 1", example = "1")
        int rank,

        @Schema(description = "The document", example = "019aa3c2-7d12-7a02-9c1e-4b5a6c7d8e9f")
        UUID documentId,

        @Schema(description = "The passage", example = "019aa3c2-7d13-7a02-9c1e-4b5a6c7d8e9f")
        UUID chunkId,

        @Schema(description = "The passage's vector", example = "019aa3c2-7d14-7a02-9c1e-4b5a6c7d8e9f") @Nullable
        UUID vectorReferenceId,

        @Schema(description = "The document's title", example = "asset-policy.pdf") @Nullable
        String sourceTitle,

        @Schema(description = "Where in the document", example = "page 3") @Nullable
        String sourceLocation,

        @Schema(description = "The page, from 1; null for formats without pages", example = "3") @Nullable
        Integer pageNumber,

        @Schema(description = "The words of the document, at most 500 characters", example = "Assets are inventoried.")
        String snippet,

        @Schema(description = "Where the snippet begins in the document's text", example = "18234")
        int startOffset,

        @Schema(description = "Where it ends, exclusive", example = "18257")
        int endOffset,

        @Schema(description = "Calibrated relevance, 0 to 1", example = "0.83")
        double retrievalScore,

        @Schema(description = "How it was found", example = "vector")
        RetrievalMethod retrievalMethod,

        @Schema(description = "Always true: a passage found is a candidate (STD-51)", example = "true")
        boolean candidateEvidence) {
    /// The same passage behind another finding.
    EvidenceSource behind(UUID id, UUID findingId) {
        return new EvidenceSource(
                id,
                organizationId,
                findingId,
                rank,
                documentId,
                chunkId,
                vectorReferenceId,
                sourceTitle,
                sourceLocation,
                pageNumber,
                snippet,
                startOffset,
                endOffset,
                retrievalScore,
                retrievalMethod,
                candidateEvidence);
    }
}
