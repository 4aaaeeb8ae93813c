package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.knowledge.embedding.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The floor: all vectors in memory, each compared with the query.
final class Exact {
    private final List<Chunk> chunks = new ArrayList<>();

    /// @param document the number of its document
    private record Chunk(int document, List<Vector> windows) {
        double similarity(Vector query) {
            return windows.stream().mapToDouble(query::similarity).max().orElse(-1);
        }
    }

    /// Which documents are searched, by number.
    interface Filter {
        boolean admits(int document);
    }

    void add(int document, List<Vector> windows) {
        chunks.add(new Chunk(document, List.copyOf(windows)));
    }

    /// How similar the chunk is that comes in that place; the last one's where there are fewer.
    double similarity(Vector query, int place, Filter filter) {
        var similarities = IntStream.range(0, chunks.size())
                .parallel()
                .filter(i -> filter.admits(chunks.get(i).document()))
                .mapToDouble(i -> chunks.get(i).similarity(query))
                .toArray();
        Arrays.sort(similarities);
        return similarities[Math.max(0, similarities.length - place)];
    }
}
