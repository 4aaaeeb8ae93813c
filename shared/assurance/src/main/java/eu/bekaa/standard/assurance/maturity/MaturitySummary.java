package eu.bekaa.standard.assurance.maturity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(description = "A maturity assessment in figures.")
public record MaturitySummary(
        @Schema(description = "Controls with a score.", example = "84")
        int totalControlsScored,

        @Schema(description = "Mean level of the controls that apply; null where none does.", example = "1.4") @Nullable
        Double averageScore,

        @Schema(description = "Controls by level.", example = "{\"0\": 40, \"2\": 44}")
        Map<String, Long> scoreDistribution,

        @Schema(description = "Controls left out of the mean since they do not apply.", example = "0")
        long notApplicableControls,

        @Schema(description = "Up to ten applicable controls, lowest first.")
        List<ScoredControl> lowestScoringControls,

        @Schema(description = "Every domain with an applicable control.")
        List<DomainMaturity> domains) {
    private static final int LOWEST = 10;

    /// A control and its level.
    @Serdeable
    @Schema(description = "A control and its level.")
    public record ScoredControl(
            @Schema(
                    description = "The SCF control; null without an official mapping.",
                    example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
            UUID scfControlId,

            @Schema(description = "The SCF control in its catalog.", example = "AST-02")
            String controlCode,

            @Schema(description = "The control's domain.", example = "AST")
            String domainCode,

            @Schema(description = "Maturity level, 0 to 5.", example = "2")
            int score) {}

    /// A domain's mean level over its applicable controls.
    /// @param averageScore 0 to 5, two decimals
    @Serdeable
    @Schema(description = "The mean level of a domain's applicable controls.")
    public record DomainMaturity(
            @Schema(description = "The control's domain.", example = "AST")
            String domainCode,

            @Schema(description = "Applicable controls.", example = "12")
            int controls,

            @Schema(description = "Mean level of the controls that apply; null where none does.", example = "1.4")
            double averageScore) {}

    static MaturitySummary of(List<MaturityScore> scores) {
        var applicable = scores.stream()
                .filter(score -> score.assessmentStatus().applies())
                .toList();
        var lowest = applicable.stream()
                .sorted(Comparator.comparingInt(MaturityScore::score).thenComparingInt(MaturityScore::ordinal))
                .limit(LOWEST)
                .map(score ->
                        new ScoredControl(score.scfControlId(), score.controlCode(), score.domainCode(), score.score()))
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
