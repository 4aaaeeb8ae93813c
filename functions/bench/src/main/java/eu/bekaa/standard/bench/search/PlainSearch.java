package eu.bekaa.standard.bench.search;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.Piece;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The peer: the same model as a library offers it, one vector a chunk, ranked by cosine.
final class PlainSearch {
    private static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private final BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final Map<String, List<float[]>> documents = new HashMap<>();

    PlainSearch(Map<String, String> texts) {
        texts.forEach((name, text) -> documents.put(
                name,
                Chunker.DEFAULT.pieces(ExtractedText.unpaged(text)).stream()
                        .map(Piece::text)
                        .map(this::vector)
                        .toList()));
    }

    /// The documents' names, best first.
    List<String> found(String question) {
        var query = vector(INSTRUCTION + question);
        var similarity = new HashMap<String, Double>();
        documents.forEach((name, chunks) -> similarity.put(
                name,
                chunks.stream().mapToDouble(chunk -> dot(query, chunk)).max().orElse(-1)));
        return similarity.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private float[] vector(String text) {
        return model.embed(text).content().vector();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
