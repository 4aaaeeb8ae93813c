package eu.bekaa.standard.knowledge.search;

import static java.util.stream.Collectors.toConcurrentMap;
import static java.util.stream.Collectors.toSet;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads the passages that meaning found nearest, and weighs in the words that they share with the query. Joins the
/// open transaction.
@Singleton
class CloseReading {
    /// So many are read for a query. What lies beyond counts as sharing nothing.
    static final int PASSAGES = 50;

    /// The share of words that leaves a score as it is: what judged passages share on average (docs/search.md).
    private static final double USUAL = 0.3;

    /// What a whole query's words more weigh, in log-odds.
    private static final double WEIGHT = 0.75;

    /// Queries answered from one reading: their passages fit in some 10 MB.
    private static final int QUERIES = 50;

    private final Chunks chunks;

    CloseReading(Chunks chunks) {
        this.chunks = chunks;
    }

    /// What meaning found for one query, the score of each weighed with its words.
    List<Match> weighed(Caller caller, String query, List<Match> meant) {
        var near = Match.best(meant, PASSAGES, 0);
        var wanted = Words.of(query);
        var shares = SharedWords.of(wanted, spoken(caller, near, wanted));
        return meant.stream().map(match -> weighed(match, shares)).toList();
    }

    /// The same for many queries, a group at a time.
    /// @param near what meaning found for each, best first
    Map<String, List<Match>> weighed(Caller caller, Map<String, List<Match>> near, int count, double minScore) {
        var queries = new ArrayList<>(near.keySet());
        var best = new HashMap<String, List<Match>>();
        for (int from = 0; from < queries.size(); from += QUERIES) {
            var group = queries.subList(from, Math.min(from + QUERIES, queries.size()));
            var meant = group.stream().flatMap(query -> near.getOrDefault(query, List.of()).stream());
            var wanted =
                    group.stream().flatMap(query -> Words.of(query).stream()).collect(toSet());
            var spoken = spoken(caller, meant.toList(), wanted);
            for (var query : group) {
                var matches = near.getOrDefault(query, List.of());
                var read = new HashMap<>(spoken);
                read.keySet()
                        .retainAll(matches.stream()
                                .limit(PASSAGES)
                                .map(Match::chunkId)
                                .collect(toSet()));
                var shares = SharedWords.of(Words.of(query), read);
                best.put(
                        query,
                        Match.best(
                                matches.stream()
                                        .map(match -> weighed(match, shares))
                                        .toList(),
                                count,
                                minScore));
            }
        }
        return best;
    }

    private static Match weighed(Match match, Map<UUID, Double> shares) {
        return match.scored(weighed(match.score(), shares.getOrDefault(match.chunkId(), 0.0)));
    }

    /// The score of a passage that shares so much.
    static double weighed(double score, double share) {
        double odds = score * Math.exp(WEIGHT * (share - USUAL));
        return odds / (1 - score + odds);
    }

    private Map<UUID, SharedWords.Passage> spoken(Caller caller, Collection<Match> matches, Set<String> wanted) {
        var ids = matches.stream().map(Match::chunkId).collect(toSet());
        return chunks.all(caller, ids).values().parallelStream()
                .collect(toConcurrentMap(
                        DocumentChunk::chunkId, chunk -> SharedWords.Passage.of(chunk.chunkText(), wanted)));
    }
}
