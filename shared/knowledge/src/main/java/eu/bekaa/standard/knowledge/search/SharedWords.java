package eu.bekaa.standard.knowledge.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// How much of what a query says a passage says in the same words: BM25, with the passages that are compared as its
/// whole world, as a share of the weight of all the query's words.
final class SharedWords {
    /// How soon saying a word again adds nothing, and how much a long passage must say it more often: BM25's usual
    /// values.
    private static final double SATURATION = 1.2;

    private static final double LENGTH = 0.75;

    private SharedWords() {}

    /// @param counts how often the passage says each wanted word
    /// @param length its words in all
    record Passage(Map<String, Integer> counts, int length) {
        static Passage of(String text, Set<String> wanted) {
            var counts = Words.counted(text);
            int length = counts.values().stream().mapToInt(Integer::intValue).sum();
            counts.keySet().retainAll(wanted);
            return new Passage(counts, length);
        }
    }

    /// @return for each passage 0 where it shares nothing, about 1 where it says every word once, at most 2.2
    static Map<UUID, Double> of(Set<String> wanted, Map<UUID, Passage> passages) {
        double usual =
                passages.values().stream().mapToInt(Passage::length).average().orElse(1);
        var weights = new HashMap<String, Double>();
        for (var word : wanted) {
            weights.put(word, weight(word, passages));
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var shares = new HashMap<UUID, Double>();
        passages.forEach((chunk, passage) -> {
            double resistance = SATURATION * (1 - LENGTH + LENGTH * passage.length() / usual);
            double spoken = 0;
            for (var entry : weights.entrySet()) {
                int count = passage.counts().getOrDefault(entry.getKey(), 0);
                spoken += count == 0 ? 0 : entry.getValue() * count * (SATURATION + 1) / (count + resistance);
            }
            shares.put(chunk, all == 0 ? 0 : spoken / all);
        });
        return shares;
    }

    /// A word that few of the passages use tells more.
    private static double weight(String word, Map<UUID, Passage> passages) {
        long using = passages.values().stream()
                .filter(passage -> passage.counts().containsKey(word))
                .count();
        return Math.log(1 + (passages.size() - using + 0.5) / (using + 0.5));
    }
}
