package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Axis;
import eu.bekaa.standard.assurance.report.content.Block.Bar;
import eu.bekaa.standard.assurance.report.content.Block.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The charts of a sample.
/// @param findings how many there are
/// @param noise    a text that goes into every field
record SampleCharts(int findings, String noise) {
    Block.Radar radar(UUID source) {
        var axes = new ArrayList<Axis>();
        for (int i = 0; i < Math.min(SampleFindings.DOMAINS.size(), Math.max(3, findings / 4)); i++) {
            axes.add(new Axis(SampleFindings.DOMAINS.get(i), "Domain " + i, i * 7 % 50 / 10.0, Math.min(5, 3 + i % 3)));
        }
        return new Block.Radar(
                "Average maturity of each domain, now and as the plan aims for. " + noise, 5, axes, List.of(source));
    }

    Block.Bars bars(UUID source) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < SampleFindings.DOMAINS.size(); i++) {
            bars.add(new Bar(
                    SampleFindings.DOMAINS.get(i) + "  Security and privacy " + noise,
                    List.of(
                            new Part("met", i * 5 % 13),
                            new Part("partially_met", i * 3 % 11 + 1),
                            new Part("requires_validation", i % 4),
                            new Part("not_evidenced", i * 7 % 17))));
        }
        return new Block.Bars("Findings of each domain by status.", bars, List.of(source));
    }

    Block.Heatmap heatmap(UUID source) {
        var counts = new ArrayList<List<Integer>>();
        for (int impact = 1; impact <= 6; impact++) {
            var row = new ArrayList<Integer>();
            for (int likelihood = 1; likelihood <= 6; likelihood++) {
                row.add(impact * likelihood % 5 == 0 ? 0 : impact * likelihood * findings / 300);
            }
            counts.add(row);
        }
        return new Block.Heatmap("Findings by impact and likelihood.", counts, List.of(source));
    }
}
