package eu.bekaa.standard.assurance.report.render;

import static java.lang.Math.cos;
import static java.lang.Math.sin;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.render.Canvas.Anchor;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Values on spokes: filled what is now, dashed what is aimed for.
final class RadarChart {
    /// Below this number of spokes a radar is no shape.
    static final int FEWEST_SPOKES = 3;

    private static final String NOW = "#1f5f99";
    private static final String TARGET = "#d97a2b";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 470;
    private static final double X = WIDTH / 2.0;
    private static final double Y = 222;
    private static final double RIM = 172;

    private final Canvas canvas;
    private final List<Block.Axis> axes;
    private final int maximum;

    private RadarChart(Canvas canvas, Block.Radar radar) {
        this.canvas = canvas;
        this.axes = radar.axes();
        this.maximum = radar.maximum();
    }

    static void draw(Markup out, Block.Radar radar) {
        var canvas = new Canvas(out, WIDTH, HEIGHT, radar.caption());
        var chart = new RadarChart(canvas, radar);
        chart.web();
        canvas.dashed(chart.shape(RIM / radar.maximum(), Block.Axis::target), TARGET, 1.6);
        canvas.area(chart.shape(RIM / radar.maximum(), Block.Axis::now), NOW);
        chart.spokes();
        chart.legend();
        canvas.close();
    }

    private void web() {
        for (int ring = 1; ring <= maximum; ring++) {
            canvas.outline(shape(RIM * ring / maximum, _ -> 1), Canvas.PALE, ring == maximum ? 1.4 : 0.8);
        }
        for (int i = 0; i < axes.size(); i++) {
            canvas.line(X, Y, X + RIM * cos(angle(i)), Y + RIM * sin(angle(i)), Canvas.PALE, 0.8);
        }
    }

    private void spokes() {
        for (int i = 0; i < axes.size(); i++) {
            double angle = angle(i);
            double reach = axes.get(i).now() * RIM / maximum;
            canvas.dot(X + reach * cos(angle), Y + reach * sin(angle), NOW);
            var anchor = Math.abs(cos(angle)) < 0.2 ? Anchor.MIDDLE : cos(angle) > 0 ? Anchor.START : Anchor.END;
            var code = Plain.line(axes.get(i).code(), 16);
            canvas.word(X + (RIM + 11) * cos(angle), Y + (RIM + 13) * sin(angle) + 4, anchor, 12, Canvas.INK, code);
        }
        for (int ring = 1; ring <= maximum; ring++) {
            double y = Y - RIM * ring / maximum + 11;
            canvas.word(X + 5, y, Anchor.START, 10, Canvas.MUTED, String.valueOf(ring));
        }
    }

    private void legend() {
        int y = HEIGHT - 16;
        canvas.line(X - 120, y, X - 92, y, NOW, 3);
        canvas.word(X - 86, y + 4, Anchor.START, 13, Canvas.INK, "Now");
        canvas.dashed("M" + Canvas.number(X + 20) + " " + y + " h28", TARGET, 2);
        canvas.word(X + 54, y + 4, Anchor.START, 13, Canvas.INK, "Target");
    }

    private String shape(double scale, ToDoubleFunction<Block.Axis> value) {
        var path = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            double reach = scale * value.applyAsDouble(axes.get(i));
            path.append(i == 0 ? 'M' : 'L').append(Canvas.number(X + reach * cos(angle(i))));
            path.append(' ').append(Canvas.number(Y + reach * sin(angle(i))));
        }
        return path.append('Z').toString();
    }

    private double angle(int spoke) {
        return 2 * Math.PI * spoke / axes.size() - Math.PI / 2;
    }
}
