package eu.bekaa.standard.knowledge.embedding;

/// From the similarity that a model computes to the relevance that a reader would see: a logistic curve, fitted per
/// model on pairs that people judged (docs/search.md). Raw similarities of two models are not comparable; these are.
public record Calibration(double intercept, double slope) {
    public Calibration {
        if (!(slope > 0)) {
            throw new IllegalArgumentException("Relevance grows with similarity.");
        }
    }

    /// The probability, 0 to 1, that a passage of this similarity speaks to what was asked, at least in part.
    public double relevance(double similarity) {
        return 1 / (1 + Math.exp(-(intercept + slope * similarity)));
    }
}
