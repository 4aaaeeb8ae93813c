package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts passages first that literally name what a query names. Joins the open transaction.
@Singleton
class NamingLane {
    /// How often a passage that names everything asked for is what was meant, whatever its meaning says.
    private static final double NAMED = 0.9;

    private static final int MOST = 200;

    private final Chunks chunks;

    NamingLane(Chunks chunks) {
        this.chunks = chunks;
    }

    /// What meaning found, with the evidence of names added as if independent: for a query that names nothing, exactly
    /// what meaning found.
    List<Match> raise(
            Caller caller, UUID assessment, Identifiers identifiers, @Nullable Set<UUID> documents, List<Match> meant) {
        if (identifiers.isEmpty()) {
            return meant;
        }
        var matches = new HashMap<>(Match.bestPerChunk(meant));
        var wanted = identifiers.values().stream()
                .map(value -> value.replaceAll("\\s+", " "))
                .toList();
        for (var chunk : chunks.naming(caller, assessment, wanted, documents, MOST)) {
            int named = identifiers.in(chunk.chunkText()).size();
            if (named > 0) {
                var byMeaning = matches.getOrDefault(
                        chunk.chunkId(),
                        new Match(chunk.chunkId(), 0, 0, chunk.chunkText().length()));
                double share = NAMED * named / identifiers.values().size();
                double score = 1 - (1 - byMeaning.score()) * (1 - share);
                // the name may stand in any window
                matches.put(
                        chunk.chunkId(),
                        new Match(chunk.chunkId(), score, 0, chunk.chunkText().length()));
            }
        }
        return new ArrayList<>(matches.values());
    }
}
