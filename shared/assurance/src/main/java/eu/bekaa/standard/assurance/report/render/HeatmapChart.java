package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.render.Canvas.Anchor;
import java.util.List;

/// Findings by impact and likelihood; a cell's tone is the category of its risk score.
final class HeatmapChart {
    private static final List<String> LIKELIHOODS =
            List.of("Remote", "Highly unlikely", "Unlikely", "Possible", "Likely", "Almost certain");
    private static final int SIDE = Block.Heatmap.SIDE;
    private static final int LEFT = 92;
    private static final int TOP = 8;
    private static final int CELL_WIDTH = 86;
    private static final int CELL_HEIGHT = 58;
    private static final int BOTTOM = TOP + SIDE * CELL_HEIGHT;

    private HeatmapChart() {}

    static void draw(Markup out, Block.Heatmap heatmap) {
        var canvas = new Canvas(out, 640, BOTTOM + 64, heatmap.caption());
        for (int impact = SIDE; impact >= 1; impact--) {
            double middle = TOP + (SIDE - impact + 0.5) * CELL_HEIGHT;
            canvas.word(LEFT - 10, middle + 5, Anchor.END, 13, Canvas.INK, String.valueOf(impact));
            for (int likelihood = 1; likelihood <= SIDE; likelihood++) {
                cell(
                        canvas,
                        impact,
                        likelihood,
                        heatmap.counts().get(impact - 1).get(likelihood - 1));
            }
        }
        for (int likelihood = 1; likelihood <= SIDE; likelihood++) {
            var label = likelihood + " " + LIKELIHOODS.get(likelihood - 1);
            canvas.word(LEFT + (likelihood - 0.5) * CELL_WIDTH, BOTTOM + 16, Anchor.MIDDLE, 11, Canvas.INK, label);
        }
        canvas.word(14, 22, Anchor.START, 12, Canvas.MUTED, "Impact");
        canvas.word(
                LEFT + SIDE / 2.0 * CELL_WIDTH,
                BOTTOM + 38,
                Anchor.MIDDLE,
                12,
                Canvas.MUTED,
                "Likelihood. Large figures count findings; small ones are the cell's risk score.");
        canvas.close();
    }

    private static void cell(Canvas canvas, int impact, int likelihood, int count) {
        int x = LEFT + (likelihood - 1) * CELL_WIDTH;
        int y = TOP + (SIDE - impact) * CELL_HEIGHT;
        double middle = x + CELL_WIDTH / 2.0 - 1;
        int score = impact * likelihood;
        var tone = Words.tone(RiskCategory.of(score).toString());
        canvas.box(x, y, CELL_WIDTH - 2, CELL_HEIGHT - 2, count == 0 ? tone.tint() : tone.fill());
        if (count == 0) {
            canvas.word(middle, y + CELL_HEIGHT / 2.0 + 4, Anchor.MIDDLE, 10, tone.ink(), String.valueOf(score));
        } else {
            canvas.word(middle, y + CELL_HEIGHT / 2.0 + 6, Anchor.MIDDLE, 18, tone.onFill(), String.valueOf(count));
        }
    }
}
