package eu.bekaa.standard.assurance.gap;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A gap analysis in figures. Every word of a scale is present, with 0 where nothing falls under it.
@Serdeable
@Schema(description = "A gap analysis in figures.")
public record GapSummary(
        @Schema(description = "Findings in all.", example = "108")
        long totalFindings,

        @Schema(description = "Findings on minimum compliance requirements.", example = "0")
        long mcrGaps,

        @Schema(description = "Number by status.", example = "{\"met\": 12}")
        Map<AssessmentStatus, Long> byStatus,

        @Schema(description = "Findings by severity.", example = "{\"medium\": 40}")
        Map<Severity, Long> bySeverity,

        @Schema(description = "Findings by gap type.", example = "{\"evidence_gap\": 40}")
        Map<GapType, Long> byType) {
    static GapSummary of(List<Tally> tallies) {
        return new GapSummary(
                tallies.stream().mapToLong(Tally::findings).sum(),
                tallies.stream()
                        .filter(Tally::isMcrGap)
                        .mapToLong(Tally::findings)
                        .sum(),
                count(AssessmentStatus.class, tallies, Tally::assessmentStatus),
                count(Severity.class, tallies, Tally::severity),
                count(GapType.class, tallies, Tally::gapType));
    }

    private static <E extends Enum<E>> Map<E, Long> count(
            Class<E> words, List<Tally> tallies, Function<Tally, E> word) {
        var counts = new EnumMap<E, Long>(words);
        for (var each : words.getEnumConstants()) {
            counts.put(each, 0L);
        }
        tallies.forEach(tally -> counts.merge(word.apply(tally), tally.findings(), Long::sum));
        return counts;
    }
}
