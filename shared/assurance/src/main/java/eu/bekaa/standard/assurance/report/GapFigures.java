package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.Likelihood;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Bar;
import eu.bekaa.standard.assurance.report.content.Block.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Findings counted for charts.
final class GapFigures {
    private GapFigures() {}

    static Block byDomain(Material material, List<GapFinding> findings, UUID source) {
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, List<GapFinding>> groups = new TreeMap<>();
        for (var finding : findings) {
            var domain = material.domain(finding.scfControlId());
            int order = domain == null ? Integer.MAX_VALUE : domain.sortOrder();
            names.put(order, domain == null ? "No official mapping" : domain.domainCode() + "  " + domain.domainName());
            groups.computeIfAbsent(order, _ -> new ArrayList<>()).add(finding);
        }
        var bars = groups.entrySet().stream()
                .map(group -> new Bar(Objects.requireNonNull(names.get(group.getKey())), parts(group.getValue())))
                .toList();
        return new Block.Bars("Findings of each domain by status.", bars, List.of(source));
    }

    private static List<Part> parts(List<GapFinding> findings) {
        return Counts.by(AssessmentStatus.class, findings, GapFinding::assessmentStatus).entrySet().stream()
                .map(entry -> new Part(entry.getKey().toString(), Math.toIntExact(entry.getValue())))
                .toList();
    }

    /// Where the findings lie by impact and likelihood; those that do not apply are left out.
    static Block heatmap(List<GapFinding> findings, UUID source) {
        var counts = new int[Block.Heatmap.SIDE][Block.Heatmap.SIDE];
        for (var finding : findings) {
            if (GapChapters.applies(finding)) {
                int likelihood = likelihood(finding.likelihood());
                counts[finding.inherentRiskScore() / likelihood - 1][likelihood - 1]++;
            }
        }
        var rows = new ArrayList<List<Integer>>();
        for (var row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new Block.Heatmap(
                "Findings by impact and likelihood, before what the controls mitigate.", rows, List.of(source));
    }

    // unjudged, a likelihood counts as unlikely (STD-73)
    private static int likelihood(@Nullable Likelihood likelihood) {
        return (likelihood == null ? Likelihood.UNLIKELY : likelihood).points();
    }
}
