package eu.bekaa.standard.assurance.evidence;

import java.util.Collection;
import java.util.List;

/// How strong the evidence of an item is: the contract's table (§9), line by line.
/// @param confidence how far the classification carries, 0 to 1
record Classification(EvidenceStrength strength, EvidenceStatus status, double confidence) {
    private static final double STRONG_SCORE = 0.85;
    private static final double PARTIAL_SCORE = 0.55;
    private static final int STRONG_HITS = 2;

    /// @param scores  the calibrated score of each hit
    /// @param signals what the cited passages give away
    static Classification of(List<Double> scores, Collection<Signal> signals) {
        if (scores.isEmpty()) {
            return new Classification(EvidenceStrength.ABSENT, EvidenceStatus.NOT_EVIDENCED, 0);
        }
        if (signals.stream().anyMatch(Signal::adverse)) {
            return new Classification(EvidenceStrength.CONFLICTING, EvidenceStatus.CONFLICTING, 0.55);
        }
        double best = scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        if (best >= STRONG_SCORE && scores.size() >= STRONG_HITS) {
            return new Classification(EvidenceStrength.STRONG, EvidenceStatus.CANDIDATE, 0.82);
        }
        if (best >= PARTIAL_SCORE) {
            return new Classification(EvidenceStrength.PARTIAL, EvidenceStatus.CANDIDATE, 0.68);
        }
        return new Classification(EvidenceStrength.WEAK, EvidenceStatus.INSUFFICIENT, 0.35);
    }
}
