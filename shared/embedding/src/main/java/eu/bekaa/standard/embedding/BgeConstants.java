package eu.bekaa.standard.embedding;

import eu.bekaa.standard.knowledge.embedding.Calibration;
import eu.bekaa.standard.knowledge.embedding.EmbeddingModel;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What was measured about the model. How, on what, and how well it holds: docs/search.md. They belong to one model
/// file and one window length; another of either has another id.
final class BgeConstants {
    static final int DIMENSIONS = 384;
    static final String ID = "bge-small-en-v1.5-q/510";

    /// Fitted on judged pairs of a control and a passage; half of them predict the other half.
    static final Calibration CALIBRATION = new Calibration(-3.633, 10.028);

    /// The mean passage, then the mean question: big-endian floats.
    private static final String MEANS = "bge-small-en-v1.5-q.means";

    private BgeConstants() {}

    static EmbeddingModel model() {
        try (var stream = BgeConstants.class.getResourceAsStream(MEANS)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource: " + MEANS);
            }
            var means = new DataInputStream(stream);
            return new EmbeddingModel(ID, read(means), read(means), CALIBRATION);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static float[] read(DataInputStream means) throws IOException {
        var mean = new float[DIMENSIONS];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = means.readFloat();
        }
        return mean;
    }
}
