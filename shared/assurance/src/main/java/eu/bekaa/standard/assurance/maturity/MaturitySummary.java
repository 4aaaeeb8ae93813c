package eu.bekaa.standard.assurance.maturity;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A maturity assessment at a glance. Controls that do not apply are counted and distributed, but neither averaged nor
/// named among the lowest: their level 0 says nothing about the organization.
/// @param averageScore           0 to 5, two decimals; null where no control applies
/// @param scoreDistribution      controls by level
/// @param notApplicableControls  controls left out of the average
/// @param lowestScoringControls  up to ten, lowest first
/// @param domains                every domain with an applicable control
@Serdeable
public record MaturitySummary(
        int totalControlsScored,
        @Nullable Double averageScore,
        Map<String, Long> scoreDistribution,
        long notApplicableControls,
        List<ScoredControl> lowestScoringControls,
        List<DomainMaturity> domains) {
    private static final int LOWEST = 10;

    /// A control and its level.
    @Serdeable
    public record ScoredControl(UUID scfControlId, String controlCode, String domainCode, int score) {}

    /// A domain's mean level over its applicable controls.
    /// @param averageScore 0 to 5, two decimals
    @Serdeable
    public record DomainMaturity(String domainCode, int controls, double averageScore) {}

    static MaturitySummary of(List<MaturityScore> scores) {
        var applicable = scores.stream()
                .filter(score -> score.assessmentStatus().applies())
                .toList();
        var lowest = applicable.stream()
                .sorted(Comparator.comparingInt(MaturityScore::score).thenComparingInt(MaturityScore::ordinal))
                .limit(LOWEST)
                .map(score -> new ScoredControl(
                        score.scfControlId(), score.controlCode(), score.domainCode(), score.score()))
                .toList();
        return new MaturitySummary(
                scores.size(),
                applicable.isEmpty() ? null : average(applicable),
                distribution(scores),
                scores.size() - applicable.size(),
                lowest,
                domains(applicable));
    }

    private static Map<String, Long> distribution(List<MaturityScore> scores) {
        var distribution = new TreeMap<String, Long>();
        for (int level = 0; level <= 5; level++) {
            distribution.put(String.valueOf(level), 0L);
        }
        scores.forEach(score -> distribution.merge(String.valueOf(score.score()), 1L, Long::sum));
        return distribution;
    }

    private static List<DomainMaturity> domains(List<MaturityScore> applicable) {
        var byDomain = applicable.stream()
                .collect(Collectors.groupingBy(MaturityScore::domainCode, TreeMap::new, Collectors.toList()));
        var domains = new ArrayList<DomainMaturity>();
        byDomain.forEach((domain, scores) -> domains.add(new DomainMaturity(domain, scores.size(), average(scores))));
        return domains;
    }

    private static double average(List<MaturityScore> scores) {
        var mean = scores.stream().mapToInt(MaturityScore::score).average().orElse(0);
        return Math.round(mean * 100) / 100.0;
    }
}
