package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.render.Canvas.Anchor;
import java.util.List;

/// Bars made of counted parts, each in its word's tone, under a legend of the words.
final class BarChart {
    private static final int WIDTH = 640;
    private static final int LEFT = 210;
    private static final int ROW = 18;

    private BarChart() {}

    static void draw(Markup out, Block.Bars bars) {
        int most = bars.bars().stream().mapToInt(Block.Bar::total).reduce(1, Math::max);
        var words = bars.bars().stream()
                .flatMap(bar -> bar.parts().stream())
                .map(Block.Part::word)
                .distinct()
                .toList();
        int legend = lines(words) * ROW;
        var canvas = new Canvas(out, WIDTH, legend + 12 + ROW * bars.bars().size(), bars.caption());
        legend(canvas, words);
        int y = legend + 8;
        for (var bar : bars.bars()) {
            bar(canvas, bar, y, (double) (WIDTH - LEFT - 50) / most);
            y += ROW;
        }
        canvas.close();
    }

    private static void bar(Canvas canvas, Block.Bar bar, int y, double unit) {
        canvas.word(LEFT - 8, y + 13, Anchor.END, 12, Canvas.INK, Plain.line(bar.label(), 36));
        double x = LEFT;
        for (var part : bar.parts()) {
            double length = unit * part.count();
            var tone = Words.tone(part.word());
            // a hair's breadth of paper between the parts
            canvas.box(x, y + 2, Math.max(0, length - 0.8), 14, tone.fill());
            var count = String.valueOf(part.count());
            if (length > 8.0 * count.length() + 4) {
                canvas.word(x + length / 2, y + 13, Anchor.MIDDLE, 11, tone.onFill(), count);
            }
            x += length;
        }
        canvas.word(x + 6, y + 13, Anchor.START, 12, Canvas.INK, String.valueOf(bar.total()));
    }

    private static void legend(Canvas canvas, List<String> words) {
        int x = 0;
        int y = 12;
        for (var word : words) {
            if (x > 0 && x + width(word) > WIDTH) {
                x = 0;
                y += ROW;
            }
            canvas.box(x, y - 10, 12, 12, Words.tone(word).fill());
            canvas.word(x + 17, y, Anchor.START, 12, Canvas.INK, Words.label(word));
            x += width(word);
        }
    }

    private static int lines(List<String> words) {
        int x = 0;
        int lines = 1;
        for (var word : words) {
            if (x > 0 && x + width(word) > WIDTH) {
                x = 0;
                lines++;
            }
            x += width(word);
        }
        return lines;
    }

    private static int width(String word) {
        return 34 + 7 * Words.label(word).length();
    }
}
