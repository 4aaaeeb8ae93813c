package eu.bekaa.standard.assurance.report.render;

import static java.lang.Math.cos;
import static java.lang.Math.sin;

import eu.bekaa.standard.assurance.report.content.Block;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Charts as SVG. Words stand beside every colour, so that a grey print says the same.
final class Charts {
    /// Below this number of spokes a radar is no shape.
    static final int FEWEST_SPOKES = 3;

    private static final String INK = "#1d2733";
    private static final String PALE = "#d5dce5";
    private static final String MUTED = "#56637a";
    private static final String NOW = "#1f5f99";
    private static final String TARGET = "#d97a2b";
    private static final String FONT = "Source Sans 3, DejaVu Sans, sans-serif";

    private Charts() {}

    static void radar(Markup out, Block.Radar radar) {
        int width = 640;
        int height = 470;
        double x = width / 2.0;
        double y = 222;
        double rim = 172;
        begin(out, width, height, radar.caption());
        for (int ring = 1; ring <= radar.maximum(); ring++) {
            var circle = polygon(radar.axes(), x, y, rim * ring / radar.maximum(), axis -> 1);
            out.empty(
                    "path",
                    "d",
                    circle,
                    "fill",
                    "none",
                    "stroke",
                    PALE,
                    "stroke-width",
                    ring == radar.maximum() ? "1.4" : "0.8");
        }
        int spokes = radar.axes().size();
        for (int i = 0; i < spokes; i++) {
            double angle = angle(i, spokes);
            line(out, x, y, x + rim * cos(angle), y + rim * sin(angle), PALE, 0.8);
        }
        double scale = rim / radar.maximum();
        out.empty(
                "path",
                "d",
                polygon(radar.axes(), x, y, scale, Block.Axis::target),
                "fill",
                "none",
                "stroke",
                TARGET,
                "stroke-width",
                "1.6",
                "stroke-dasharray",
                "5 3");
        out.empty(
                "path",
                "d",
                polygon(radar.axes(), x, y, scale, Block.Axis::now),
                "fill",
                NOW,
                "fill-opacity",
                "0.22",
                "stroke",
                NOW,
                "stroke-width",
                "2");
        for (int i = 0; i < spokes; i++) {
            double angle = angle(i, spokes);
            double reach = radar.axes().get(i).now() * scale;
            out.empty(
                    "circle",
                    "cx",
                    number(x + reach * cos(angle)),
                    "cy",
                    number(y + reach * sin(angle)),
                    "r",
                    "2.4",
                    "fill",
                    NOW);
            var anchor = Math.abs(cos(angle)) < 0.2 ? "middle" : cos(angle) > 0 ? "start" : "end";
            label(
                    out,
                    x + (rim + 11) * cos(angle),
                    y + (rim + 13) * sin(angle) + 4,
                    anchor,
                    12,
                    INK,
                    Plain.line(radar.axes().get(i).code(), 16));
        }
        for (int ring = 1; ring <= radar.maximum(); ring++) {
            label(out, x + 5, y - rim * ring / radar.maximum() + 11, "start", 10, MUTED, String.valueOf(ring));
        }
        line(out, x - 120, height - 16, x - 92, height - 16, NOW, 3);
        label(out, x - 86, height - 12, "start", 13, INK, "Now");
        out.empty(
                "path",
                "d",
                "M" + number(x + 20) + " " + (height - 16) + " h28",
                "fill",
                "none",
                "stroke",
                TARGET,
                "stroke-width",
                "2",
                "stroke-dasharray",
                "5 3");
        label(out, x + 54, height - 12, "start", 13, INK, "Target");
        out.close();
    }

    static void bars(Markup out, Block.Bars bars) {
        int row = 18;
        int left = 210;
        int width = 640;
        int room = width - left - 50;
        int most = Math.max(
                1, bars.bars().stream().mapToInt(Block.Bar::total).max().orElse(1));
        var words = bars.bars().stream()
                .flatMap(bar -> bar.parts().stream())
                .map(Block.Part::word)
                .distinct()
                .toList();
        int legend = legendLines(words, width) * 18;
        begin(out, width, legend + 12 + row * bars.bars().size(), bars.caption());
        legend(out, words, width);
        int y = legend + 8;
        for (var bar : bars.bars()) {
            label(out, left - 8, y + 13, "end", 12, INK, Plain.line(bar.label(), 36));
            double x = left;
            for (var part : bar.parts()) {
                double length = (double) room * part.count() / most;
                out.empty(
                        "rect",
                        "x",
                        number(x),
                        "y",
                        number(y + 2),
                        "width",
                        number(length),
                        "height",
                        "14",
                        "fill",
                        Words.tone(part.word()).fill(),
                        "stroke",
                        "#ffffff",
                        "stroke-width",
                        "0.8");
                var count = String.valueOf(part.count());
                if (length > 8.0 * count.length() + 4) {
                    label(out, x + length / 2, y + 13, "middle", 11, "#ffffff", count);
                }
                x += length;
            }
            label(out, x + 6, y + 13, "start", 12, INK, String.valueOf(bar.total()));
            y += row;
        }
        out.close();
    }

    static void heatmap(Markup out, Block.Heatmap heatmap) {
        var likelihoods = List.of("Remote", "Highly unlikely", "Unlikely", "Possible", "Likely", "Almost certain");
        int side = 58;
        int left = 92;
        int width = 640;
        int wide = 86;
        begin(out, width, 20 + side * Block.Heatmap.SIDE + 52, heatmap.caption());
        for (int impact = Block.Heatmap.SIDE; impact >= 1; impact--) {
            int y = 8 + (Block.Heatmap.SIDE - impact) * side;
            label(out, left - 10, y + side / 2.0 + 5, "end", 13, INK, String.valueOf(impact));
            for (int likelihood = 1; likelihood <= Block.Heatmap.SIDE; likelihood++) {
                int x = left + (likelihood - 1) * wide;
                int count = heatmap.counts().get(impact - 1).get(likelihood - 1);
                var tone = Words.tone(category(impact * likelihood));
                out.empty(
                        "rect",
                        "x",
                        String.valueOf(x),
                        "y",
                        String.valueOf(y),
                        "width",
                        String.valueOf(wide - 2),
                        "height",
                        String.valueOf(side - 2),
                        "fill",
                        count == 0 ? tone.tint() : tone.fill());
                label(
                        out,
                        x + wide / 2.0 - 1,
                        y + side / 2.0 + 6,
                        "middle",
                        count == 0 ? 10 : 18,
                        count == 0 ? tone.ink() : "#ffffff",
                        count == 0 ? String.valueOf(impact * likelihood) : String.valueOf(count));
            }
        }
        int bottom = 8 + Block.Heatmap.SIDE * side;
        for (int likelihood = 1; likelihood <= Block.Heatmap.SIDE; likelihood++) {
            label(
                    out,
                    left + (likelihood - 0.5) * wide,
                    bottom + 16,
                    "middle",
                    11,
                    INK,
                    likelihood + " " + likelihoods.get(likelihood - 1));
        }
        label(out, 14, 22, "start", 12, MUTED, "Impact");
        label(
                out,
                left + 3.0 * wide,
                bottom + 38,
                "middle",
                12,
                MUTED,
                "Likelihood. White figures count findings; small ones are the cell's risk score.");
        out.close();
    }

    /// The category of a risk score (STD-74).
    static String category(int score) {
        return score <= 4 ? "low" : score <= 9 ? "moderate" : score <= 16 ? "high" : score <= 25 ? "severe" : "extreme";
    }

    private static void legend(Markup out, List<String> words, int width) {
        int x = 0;
        int y = 12;
        for (var word : words) {
            int length = legendWidth(word);
            if (x > 0 && x + length > width) {
                x = 0;
                y += 18;
            }
            out.empty(
                    "rect",
                    "x",
                    String.valueOf(x),
                    "y",
                    String.valueOf(y - 10),
                    "width",
                    "12",
                    "height",
                    "12",
                    "fill",
                    Words.tone(word).fill());
            label(out, x + 17, y, "start", 12, INK, Words.label(word));
            x += length;
        }
    }

    private static int legendLines(List<String> words, int width) {
        int x = 0;
        int lines = 1;
        for (var word : words) {
            int length = legendWidth(word);
            if (x > 0 && x + length > width) {
                x = 0;
                lines++;
            }
            x += length;
        }
        return lines;
    }

    private static int legendWidth(String word) {
        return 34 + 7 * Words.label(word).length();
    }

    private static void begin(Markup out, int width, int height, String caption) {
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "role",
                "img",
                "aria-label",
                caption,
                "alt",
                caption,
                "class",
                "chart");
    }

    private static void line(Markup out, double x1, double y1, double x2, double y2, String colour, double width) {
        out.empty(
                "line",
                "x1",
                number(x1),
                "y1",
                number(y1),
                "x2",
                number(x2),
                "y2",
                number(y2),
                "stroke",
                colour,
                "stroke-width",
                number(width));
    }

    private static void label(Markup out, double x, double y, String anchor, int size, String colour, String text) {
        out.leaf(
                "text",
                text,
                "x",
                number(x),
                "y",
                number(y),
                "text-anchor",
                anchor,
                "font-size",
                String.valueOf(size),
                "font-family",
                FONT,
                "fill",
                colour);
    }

    private static String polygon(
            List<Block.Axis> axes, double x, double y, double scale, ToDoubleFunction<Block.Axis> value) {
        var path = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            double reach = scale * value.applyAsDouble(axes.get(i));
            double angle = angle(i, axes.size());
            path.append(i == 0 ? 'M' : 'L')
                    .append(number(x + reach * cos(angle)))
                    .append(' ')
                    .append(number(y + reach * sin(angle)));
        }
        return path.append('Z').toString();
    }

    private static double angle(int spoke, int spokes) {
        return 2 * Math.PI * spoke / spokes - Math.PI / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
