package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.embedding.Calibration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds by words, with PostgreSQL's full text search. Joins the open transaction.
@Singleton
class WordLane {
    /// Fitted like the model's, on the weight of the words that a passage shares with the query (docs/search.md).
    private static final Calibration CALIBRATION = new Calibration(-1.838, 1.610);

    private static final int MOST = 200;

    private final Chunks chunks;

    WordLane(Chunks chunks) {
        this.chunks = chunks;
    }

    List<Match> matches(Caller caller, UUID assessment, String query, @Nullable Set<UUID> documents) {
        return chunks.withWords(caller, assessment, query, documents, MOST).stream()
                .map(match -> new Match(match.chunkId(), CALIBRATION.relevance(match.weight()), 0, Integer.MAX_VALUE))
                .toList();
    }
}
