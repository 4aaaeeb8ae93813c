package eu.bekaa.standard.bench;

import eu.bekaa.standard.bench.Benchmark.Row;
import java.util.Locale;

/// Product and floor, measured by turns after a round that does not count.
/// @param unit of every sample, written behind the figures
public record Duel(Samples product, Samples floor, String unit) {
    public static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    /// One measurement, in the duel's unit.
    public interface Measured {
        double once() throws Exception;
    }

    public static Duel of(String unit, Measured product, Measured floor) throws Exception {
        return of(ROUNDS, unit, product, floor);
    }

    public static Duel of(int rounds, String unit, Measured product, Measured floor) throws Exception {
        product.once();
        floor.once();
        var duel = new Duel(new Samples(), new Samples(), unit);
        for (int round = 0; round < rounds; round++) {
            duel.product.add(product.once());
            duel.floor.add(floor.once());
        }
        return duel;
    }

    public double ratio() {
        return product.median() / floor.median();
    }

    /// @param peer what the floor is
    /// @param bar  of the ratio
    public Row row(String what, String peer, Bar bar) {
        return row(what, peer, bar.verdict(ratio()));
    }

    /// A line without a bar, or with one that is told otherwise.
    public Row row(String what, String peer, String bar) {
        return new Row(
                what,
                figure(product.median()) + unit,
                figure(floor.median()) + unit + " (" + peer + ")",
                String.format(Locale.ROOT, "%.2f", ratio()),
                bar,
                figure(product.quantile(0)) + "–" + figure(product.quantile(1)) + unit + ", n=" + product.count(),
                Machine.load());
    }

    /// A number with three digits that matter.
    public static String figure(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
