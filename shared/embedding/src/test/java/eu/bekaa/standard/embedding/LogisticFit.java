package eu.bekaa.standard.embedding;

import eu.bekaa.standard.knowledge.embedding.Calibration;

/// Logistic regression on one variable, by damped Newton steps.
final class LogisticFit {
    private LogisticFit() {}

    static Calibration of(double[] similarities, boolean[] relevant) {
        double intercept = -3;
        double slope = 6;
        for (int step = 0; step < 100; step++) {
            double gradientA = 0;
            double gradientB = 0;
            double aa = 1e-9;
            double ab = 0;
            double bb = 1e-3;
            for (int i = 0; i < similarities.length; i++) {
                double p = new Calibration(intercept, slope).relevance(similarities[i]);
                double error = (relevant[i] ? 1 : 0) - p;
                double weight = p * (1 - p);
                gradientA += error;
                gradientB += error * similarities[i];
                aa += weight;
                ab += weight * similarities[i];
                bb += weight * similarities[i] * similarities[i];
            }
            double determinant = aa * bb - ab * ab;
            double stepA = (bb * gradientA - ab * gradientB) / determinant;
            double stepB = (aa * gradientB - ab * gradientA) / determinant;
            double damping = Math.min(1, 2 / Math.max(Math.abs(stepA), Math.abs(stepB)));
            intercept += damping * stepA;
            slope += damping * stepB;
        }
        return new Calibration(intercept, slope);
    }
}
