package eu.bekaa.standard.embedding;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures the constants anew: the mean passage and the mean question first, then, in a second run on them, the
/// calibration. Run it after a change of model or window, from the module's folder:
/// `BgeFit means <file>` writes the resource, `BgeFit calibration` prints the two numbers.
public final class BgeFit {
    private BgeFit() {}

    public static void main(String[] arguments) throws Exception {
        var texts = SampleTexts.find().orElseThrow();
        switch (arguments[0]) {
            case "means" -> means(texts, Path.of(arguments[1]));
            case "calibration" -> calibration(texts);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void means(SampleTexts texts, Path file) throws Exception {
        var passages = new ArrayList<float[]>();
        var questions = new ArrayList<float[]>();
        try (var engine = BgeEngine.load()) {
            for (var document : texts.documents().values()) {
                for (var window : BgeEmbedder.windows(engine.tokens(document))) {
                    passages.add(engine.embed(window));
                }
            }
            for (var control : texts.controls().values()) {
                // without its domain: a person's question has none
                var question = control.substring(control.indexOf(": ") + 2);
                questions.add(engine.embed(engine.tokens(BgeEmbedder.INSTRUCTION + question)));
            }
        }
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            write(out, passages);
            write(out, questions);
        }
    }

    private static void write(DataOutputStream out, List<float[]> vectors) throws Exception {
        for (int i = 0; i < BgeConstants.DIMENSIONS; i++) {
            double sum = 0;
            for (var vector : vectors) {
                sum += vector[i];
            }
            out.writeFloat((float) (sum / vectors.size()));
        }
    }

    private static void calibration(SampleTexts texts) {
        var pairs = JudgedPair.all();
        try (var embedder = new BgeEmbedder()) {
            var similarities = pairs.stream()
                    .mapToDouble(pair -> pair.similarity(texts, embedder))
                    .toArray();
            var relevant = new boolean[similarities.length];
            for (int i = 0; i < relevant.length; i++) {
                relevant[i] = pairs.get(i).relevant();
            }
            System.out.println(LogisticFit.of(similarities, relevant));
        }
    }
}
