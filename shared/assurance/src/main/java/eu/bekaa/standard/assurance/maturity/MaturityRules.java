package eu.bekaa.standard.assurance.maturity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a maturity assessment may be submitted for review (STD-81).
final class MaturityRules {
    private MaturityRules() {}

    /// What stands in the way of a review, one sentence each; nothing does once an exception is explained.
    static List<String> blockers(List<MaturityScore> scores, @Nullable String exceptionRationale) {
        if (exceptionRationale != null && !exceptionRationale.isBlank()) {
            return List.of();
        }
        if (scores.isEmpty()) {
            return List.of("The maturity assessment has no scores.");
        }
        return scores.stream()
                .filter(score -> score.rationale().isBlank())
                .map(score -> "The score of " + score.controlCode() + " has no rationale.")
                .toList();
    }

    /// What a reviewer should look at.
    static List<String> warnings(List<MaturityScore> scores) {
        var warnings = new ArrayList<String>();
        var unsure =
                scores.stream().filter(score -> score.confidenceScore() < 0.5).count();
        if (unsure > 0) {
            warnings.add("%d of %d scores have a confidence below 0.5.".formatted(unsure, scores.size()));
        }
        var zero = scores.stream().filter(score -> score.score() == 0).count();
        if (zero * 2 > scores.size()) {
            warnings.add("More than half of the controls, %d of %d, are at level 0.".formatted(zero, scores.size()));
        }
        return warnings;
    }
}
