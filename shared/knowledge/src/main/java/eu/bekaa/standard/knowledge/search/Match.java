package eu.bekaa.standard.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A chunk that answers a query, before its text is read.
/// @param score 0 to 1
/// @param start of the window that answers best, in the chunk
/// @param end   after that window; the chunk's whole length where no window is known
record Match(UUID chunkId, double score, int start, int end) {
    /// Best first; equals by chunk, so that the same query always gives the same order.
    static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::chunkId);

    Match scored(double other) {
        return new Match(chunkId, other, start, end);
    }

    /// A chunk is as good as its best window.
    static Map<UUID, Match> bestPerChunk(Iterable<Match> matches) {
        var best = new HashMap<UUID, Match>();
        for (var match : matches) {
            best.merge(match.chunkId, match, (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
        }
        return best;
    }

    static List<Match> best(Iterable<Match> matches, int count, double minScore) {
        var ranked = new ArrayList<>(bestPerChunk(matches).values());
        ranked.removeIf(match -> match.score < minScore);
        ranked.sort(BEST_FIRST);
        return List.copyOf(ranked.subList(0, Math.min(count, ranked.size())));
    }
}
