package eu.bekaa.standard.knowledge.embedding;

import java.util.Arrays;

/// What makes the vectors of one model comparable with each other, and with nothing else.
///
/// All texts of a model point in much the same direction. Taking away the mean passage and the mean question leaves
/// what tells texts apart: it ranks better, and only then does a component's sign carry information (docs/search.md).
public final class EmbeddingModel {
    private final String id;
    private final float[] meanPassage;
    private final float[] meanQuery;
    private final Calibration calibration;

    /// @param id stored with every vector; a search never mixes models
    public EmbeddingModel(String id, float[] meanPassage, float[] meanQuery, Calibration calibration) {
        if (meanPassage.length != meanQuery.length) {
            throw new IllegalArgumentException("Passages and questions share their dimensions.");
        }
        this.id = id;
        this.meanPassage = meanPassage.clone();
        this.meanQuery = meanQuery.clone();
        this.calibration = calibration;
    }

    public String id() {
        return id;
    }

    public int dimensions() {
        return meanPassage.length;
    }

    public Calibration calibration() {
        return calibration;
    }

    /// @param embedding as the model gave it, of length one
    public Vector passage(float[] embedding) {
        return Vector.quantised(without(embedding, meanPassage));
    }

    /// @param embedding as the model gave it, of length one
    public Vector query(float[] embedding) {
        return Vector.quantised(without(embedding, meanQuery));
    }

    private static float[] without(float[] embedding, float[] mean) {
        var centred = Arrays.copyOf(embedding, mean.length);
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean[i];
        }
        return centred;
    }
}
