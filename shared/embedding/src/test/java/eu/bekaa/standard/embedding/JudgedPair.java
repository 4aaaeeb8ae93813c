package eu.bekaa.standard.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A control and a passage that were read side by side, without the similarity in view. The pairs were drawn evenly
/// over the whole range of similarities, so that the curve is known where it matters.
/// @param relevance 1 where the passage speaks to the control, 0.5 where in part, else 0
record JudgedPair(String control, String document, int from, int to, double relevance) {
    static List<JudgedPair> all() {
        try (var stream = JudgedPair.class.getResourceAsStream("judged-pairs.tsv")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(JudgedPair::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JudgedPair of(String line) {
        var cells = line.split("\t", -1);
        return new JudgedPair(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]));
    }

    /// Whether the passage is a candidate at all; that is what the score promises.
    boolean relevant() {
        return relevance > 0;
    }

    double similarity(SampleTexts texts, BgeEmbedder embedder) {
        var passage = Objects.requireNonNull(texts.documents().get(document)).substring(from, to);
        var question = embedder.query(Objects.requireNonNull(texts.controls().get(control)));
        return embedder.passage(passage).stream()
                .mapToDouble(part -> part.vector().similarity(question))
                .max()
                .orElseThrow();
    }
}
