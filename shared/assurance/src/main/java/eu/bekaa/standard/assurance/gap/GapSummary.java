package eu.bekaa.standard.assurance.gap;

import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A gap analysis in figures. Every word of a scale is present, with 0 where nothing falls under it.
@Serdeable
public record GapSummary(
        long totalFindings,
        long mcrGaps,
        Map<AssessmentStatus, Long> byStatus,
        Map<Severity, Long> bySeverity,
        Map<GapType, Long> byType) {
    static GapSummary of(List<Tally> tallies) {
        return new GapSummary(
                tallies.stream().mapToLong(Tally::findings).sum(),
                tallies.stream().filter(Tally::isMcrGap).mapToLong(Tally::findings).sum(),
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
