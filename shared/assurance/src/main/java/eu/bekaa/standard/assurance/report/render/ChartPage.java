package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import java.util.Optional;

/// A chart alone on a page of its size, for formats that place charts as pictures.
public final class ChartPage {
    private ChartPage() {}

    /// A well-formed page, as [HtmlReport] makes them; empty for a block that is no chart or too small to be one.
    public static Optional<String> of(Block block) {
        var chart = new Markup();
        switch (block) {
            case Block.Radar radar -> {
                if (radar.axes().size() >= RadarChart.FEWEST_SPOKES) {
                    RadarChart.draw(chart, radar);
                }
            }
            case Block.Bars bars -> BarChart.draw(chart, bars);
            case Block.Heatmap heatmap -> HeatmapChart.draw(chart, heatmap);
            case Block.Heading heading -> {}
            case Block.Paragraph paragraph -> {}
            case Block.KeyFigures figures -> {}
            case Block.Table table -> {}
            case Block.Findings findings -> {}
            case Block.Citations citations -> {}
            case Block.Register register -> {}
        }
        return chart.isEmpty() ? Optional.empty() : Optional.of(page(chart));
    }

    private static String page(Markup chart) {
        return Markup.document()
                .open("html", "lang", "en")
                .open("head")
                .leaf("title", "Chart")
                .empty("meta", "name", "description", "content", "A chart of a report")
                .stylesheet(Stylesheet.CHART)
                .close()
                .open("body")
                .add(chart)
                .close()
                .close()
                .toString();
    }
}
