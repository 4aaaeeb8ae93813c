package eu.bekaa.standard.knowledge.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What was found, best first.
@Serdeable
public record SearchResult(
        @Schema(description = "The assessment that was searched.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a11")
        UUID assessmentId,

        @Schema(description = "How it was searched.", example = "semantic")
        SearchType searchType,

        @Schema(description = "Always true: a hit proves nothing by itself.", example = "true")
        boolean candidateEvidence,

        @Schema(description = "What a hit is and is not.", example = WARNING)
        String warning,

        @Schema(description = "The hits, best first.") List<Hit> data) {
    /// STD-51.
    static final String WARNING = "Search hits are candidate evidence only. They map nothing, decide no applicability "
            + "and prove no implementation until a person has reviewed them.";

    public SearchResult {
        data = List.copyOf(data);
    }

    static SearchResult of(SearchRequest request, List<Hit> hits) {
        return new SearchResult(request.assessmentId(), request.type(), true, WARNING, hits);
    }
}
