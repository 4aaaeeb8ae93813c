package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.evidence.Signal;
import java.util.Set;

/// The maturity that a finding and its evidence indicate: the table of contract §10 (STD-80). The gap analysis uses it
/// for the residual risk, the maturity assessment for its scores.
/// @param level      0 to 5
/// @param confidence 0 to 1
public record IndicatedMaturity(int level, double confidence) {
    public static IndicatedMaturity of(AssessmentStatus status, EvidenceStrength strength, Set<Signal> signals) {
        return switch (status) {
            case NOT_MET, NOT_EVIDENCED -> new IndicatedMaturity(0, 0.95);
            case NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> new IndicatedMaturity(0, 1.0);
            case REQUIRES_VALIDATION -> new IndicatedMaturity(1, 0.3);
            case PARTIALLY_MET ->
                switch (strength) {
                    case STRONG, PARTIAL -> new IndicatedMaturity(2, 0.7);
                    case WEAK, ABSENT, CONFLICTING -> new IndicatedMaturity(1, 0.6);
                };
            case MET ->
                switch (strength) {
                    case STRONG -> met(signals);
                    case PARTIAL -> new IndicatedMaturity(2, 0.65);
                    case WEAK, ABSENT, CONFLICTING -> new IndicatedMaturity(1, 0.5);
                };
        };
    }

    private static IndicatedMaturity met(Set<Signal> signals) {
        if (!signals.containsAll(Set.of(Signal.DOCUMENTED, Signal.PROCESS))) {
            return new IndicatedMaturity(2, 0.65);
        }
        if (!signals.contains(Signal.MEASUREMENT)) {
            return new IndicatedMaturity(3, 0.8);
        }
        return signals.contains(Signal.IMPROVEMENT) ? new IndicatedMaturity(5, 0.85) : new IndicatedMaturity(4, 0.8);
    }
}
