package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.knowledge.embedding.Calibration;
import eu.bekaa.standard.knowledge.embedding.StoredPart;
import eu.bekaa.standard.knowledge.embedding.Vector;
import eu.bekaa.standard.knowledge.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;

/// Some thousand windows in memory, for many queries: what the database does for one. Signs choose the candidates, the
/// vectors decide.
final class VectorBlock {
    private final List<StoredPart> parts;
    private final int wordsEach;
    private final long[] signs;

    VectorBlock(List<StoredPart> parts) {
        this.parts = List.copyOf(parts);
        this.wordsEach =
                parts.isEmpty() ? 0 : Math.ceilDiv(parts.getFirst().vector().dimensions(), Long.SIZE);
        this.signs = new long[parts.size() * wordsEach];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i).vector().signWords(), 0, signs, i * wordsEach, wordsEach);
        }
    }

    List<Match> matches(Vector query, Calibration calibration) {
        var matches = new ArrayList<Match>();
        var distances = distances(query.signWords());
        int limit = limit(distances, query.dimensions());
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] <= limit) {
                var part = parts.get(i);
                double score = calibration.relevance(part.vector().similarity(query));
                matches.add(new Match(part.chunkId(), score, part.start(), part.end()));
            }
        }
        return matches;
    }

    private int[] distances(long[] query) {
        var distances = new int[parts.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int word = 0; word < wordsEach; word++) {
                distances[i] += Long.bitCount(signs[i * wordsEach + word] ^ query[word]);
            }
        }
        return distances;
    }

    /// The distance within which at least [Vectors#RESCORED] windows lie.
    private static int limit(int[] distances, int dimensions) {
        var count = new int[dimensions + 1];
        for (int distance : distances) {
            count[distance]++;
        }
        int within = 0;
        int limit = 0;
        while (limit < dimensions && (within += count[limit]) < Vectors.RESCORED) {
            limit++;
        }
        return limit;
    }
}
