package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.review.Tallies;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

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
                Tallies.by(AssessmentStatus.class, tallies, Tally::assessmentStatus, Tally::findings),
                Tallies.by(Severity.class, tallies, Tally::severity, Tally::findings),
                Tallies.by(GapType.class, tallies, Tally::gapType, Tally::findings));
    }
}
