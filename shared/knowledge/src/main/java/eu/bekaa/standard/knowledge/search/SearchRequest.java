package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is looked for, and where.
/// @throws Refusal `VALIDATION_ERROR` for a value out of its range
@Serdeable
@Schema(description = "What is looked for, and where.")
public record SearchRequest(
        @Schema(
                description = "A question or the text of a control.",
                example = "How often are access rights reviewed?",
                minLength = 1,
                maxLength = 2000)
        String query,

        @Schema(
                description = "The assessment whose documents are searched.",
                example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a11")
        UUID assessmentId,

        @Schema(description = "The most hits wanted; 5 unless said.", example = "10", minimum = "1", maximum = "20")
        @Nullable
        Integer topK,

        @Schema(
                description = "Hits with a lower score are left out; 0 unless said.",
                example = "0.55",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double minScore,

        @Schema(description = "By meaning unless said.", example = "semantic") @Nullable
        SearchType searchType,

        @Schema(description = "Which documents are searched; all unless said.") @Nullable
        SearchFilters filters,

        @Schema(description = "Whether each hit brings the text around it.", example = "false") @Nullable
        Boolean includeContext) {
    private static final int MAX_QUERY = 2000;
    private static final int MAX_TOP_K = 20;
    private static final int DEFAULT_TOP_K = 5;

    public SearchRequest {
        if (query == null || query.isBlank() || query.length() > MAX_QUERY) {
            throw Refusal.invalid("query", "query has 1 to " + MAX_QUERY + " characters.");
        }
        if (assessmentId == null) {
            throw Refusal.invalid("assessment_id", "assessment_id names the assessment to search.");
        }
        if (topK != null && (topK < 1 || topK > MAX_TOP_K)) {
            throw Refusal.invalid("top_k", "top_k lies between 1 and " + MAX_TOP_K + ".");
        }
        if (minScore != null && !(minScore >= 0 && minScore <= 1)) {
            throw Refusal.invalid("min_score", "min_score lies between 0 and 1.");
        }
    }

    /// A search by meaning with nothing else said.
    public static SearchRequest of(UUID assessmentId, String query) {
        return new SearchRequest(query, assessmentId, null, null, null, null, null);
    }

    int limit() {
        return topK == null ? DEFAULT_TOP_K : topK;
    }

    double threshold() {
        return minScore == null ? 0 : minScore;
    }

    SearchType type() {
        return searchType == null ? SearchType.SEMANTIC : searchType;
    }

    boolean wantsContext() {
        return Boolean.TRUE.equals(includeContext);
    }
}
