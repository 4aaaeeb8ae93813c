package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.catalog.Domain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Maturity by domain, now and as aimed at.
final class Maturities {
    private Maturities() {}

    /// @param target mean of what each control aims at
    record OfDomain(Domain domain, List<MaturityScore> scores, double now, int lowest, double target) {}

    static double average(List<MaturityScore> scores) {
        return scores.stream().mapToInt(MaturityScore::score).average().orElse(0);
    }

    /// In the catalog's order; domains without a scored control are left out.
    static List<OfDomain> byDomain(Material material, List<MaturityScore> scores) {
        var targets = targets(material);
        return material.domains().stream()
                .map(domain -> of(domain, scores, targets))
                .filter(group -> !group.scores().isEmpty())
                .toList();
    }

    private static OfDomain of(Domain domain, List<MaturityScore> all, Map<UUID, Integer> targets) {
        var scores = all.stream()
                .filter(score -> domain.domainCode().equals(score.domainCode()))
                .toList();
        double target = scores.stream()
                .mapToInt(score -> Math.max(score.score(), targets.getOrDefault(score.scfControlId(), score.score())))
                .average()
                .orElse(0);
        int lowest = scores.stream().mapToInt(MaturityScore::score).min().orElse(0);
        return new OfDomain(domain, scores, average(scores), lowest, target);
    }

    /// The highest level that the plan aims at for each control.
    static Map<UUID, Integer> targets(Material material) {
        var targets = new HashMap<UUID, Integer>();
        var poam = material.poam();
        if (poam != null) {
            for (var item : poam.items()) {
                var control = item.scfControlId();
                var target = item.targetMaturityScore();
                if (control != null && target != null) {
                    targets.merge(control, target, Math::max);
                }
            }
        }
        return targets;
    }
}
