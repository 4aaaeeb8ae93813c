package eu.bekaa.standard.assurance.maturity;

import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.evidence.Signal;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.IndicatedMaturity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One control's level, worked out from all findings on it (STD-80). Several requirements may lead to the same control:
/// it is only as mature as the least mature of its applicable findings, and it does not apply only where none of them
/// does.
/// @param governing the finding that decides: lowest level, then least confidence, then first in the analysis
/// @param rationale why this level
/// @param coverage  how much of the control is evidenced, 0 to 1
record ControlLevel(Rated governing, String rationale, double coverage) {
    /// A finding and the evidence it rests on.
    record Rated(GapFinding finding, EvidenceStrength strength, Set<Signal> signals) {
        IndicatedMaturity indicated() {
            return IndicatedMaturity.of(finding.assessmentStatus(), strength, signals);
        }

        private double covered() {
            return switch (strength) {
                case STRONG -> 1;
                case PARTIAL -> 0.5;
                case WEAK, ABSENT, CONFLICTING -> 0;
            };
        }
    }

    private static final Comparator<Rated> LEAST_FIRST = Comparator.comparingInt(
                    (Rated rated) -> rated.indicated().level())
            .thenComparingDouble(rated -> rated.indicated().confidence())
            .thenComparingInt(rated -> rated.finding().ordinal());

    /// @param findings every finding on the control, at least one
    static ControlLevel of(List<Rated> findings) {
        var applicable = findings.stream()
                .filter(rated -> rated.finding().assessmentStatus().applies())
                .toList();
        var deciding = applicable.isEmpty() ? findings : applicable;
        var governing = deciding.stream().min(LEAST_FIRST).orElseThrow();
        var coverage = applicable.stream().mapToDouble(Rated::covered).average().orElse(0);
        return new ControlLevel(governing, rationale(governing, deciding), Math.round(coverage * 100) / 100.0);
    }

    private static String rationale(Rated governing, List<Rated> deciding) {
        var finding = governing.finding();
        var parts = new ArrayList<String>();
        parts.add("Level %d: %s on %s is %s on %s evidence"
                .formatted(
                        governing.indicated().level(),
                        finding.gapCode(),
                        finding.requirementCode(),
                        word(finding.assessmentStatus()),
                        word(governing.strength())));
        if (!governing.signals().isEmpty()) {
            parts.add("the cited text speaks of " + signals(governing));
        }
        if (deciding.size() > 1) {
            parts.add("the least mature of %d findings on this control".formatted(deciding.size()));
        }
        return String.join("; ", parts) + ".";
    }

    private static String signals(Rated governing) {
        return governing.signals().stream().sorted().map(ControlLevel::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.toString().replace('_', ' ');
    }
}
