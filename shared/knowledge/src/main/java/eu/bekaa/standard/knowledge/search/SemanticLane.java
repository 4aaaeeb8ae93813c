package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.embedding.StoredPart;
import eu.bekaa.standard.knowledge.embedding.Vector;
import eu.bekaa.standard.knowledge.embedding.Vectors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds by meaning. Joins the open transaction.
@Singleton
class SemanticLane {
    /// Windows in memory at once: about 8 MB.
    private static final int BLOCK = 16_384;

    private final Embedder embedder;
    private final Vectors vectors;

    SemanticLane(Embedder embedder, Vectors vectors) {
        this.embedder = embedder;
        this.vectors = vectors;
    }

    /// The windows nearest to one query, unranked.
    /// @param documents where to look; null for all
    List<Match> matches(Caller caller, UUID assessment, Vector query, @Nullable Set<UUID> documents) {
        var model = embedder.model();
        return vectors.nearest(caller, assessment, model.id(), query, documents).stream()
                .map(part -> new Match(
                        part.chunkId(),
                        model.calibration().relevance(part.vector().similarity(query)),
                        part.start(),
                        part.end()))
                .toList();
    }

    /// The best chunks for each of many queries, reading the assessment's vectors once.
    Map<String, List<Match>> best(
            Caller caller, UUID assessment, Map<String, Vector> queries, int count, double minScore) {
        var model = embedder.model();
        var best = new HashMap<String, List<Match>>();
        @Nullable StoredPart last = null;
        List<StoredPart> parts;
        do {
            parts = vectors.block(caller, assessment, model.id(), last, BLOCK);
            var block = new VectorBlock(parts);
            queries.forEach((question, query) -> {
                var matches = new ArrayList<>(best.getOrDefault(question, List.of()));
                matches.addAll(block.matches(query, model.calibration()));
                best.put(question, Match.best(matches, count, minScore));
            });
            last = parts.isEmpty() ? null : parts.getLast();
        } while (parts.size() == BLOCK);
        return best;
    }
}
