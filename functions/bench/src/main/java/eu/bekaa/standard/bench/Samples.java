package eu.bekaa.standard.bench;

import java.util.Arrays;
import java.util.Locale;

/// Measurements of one thing.
public final class Samples {
    private double[] values = new double[64];
    private int count;
    private boolean sorted = true;

    public synchronized void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
        sorted = false;
    }

    /// @param share of the samples that are not above it, 0 to 1
    public synchronized double quantile(double share) {
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
        return values[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)];
    }

    /// The middle one, or halfway between the middle two.
    public synchronized double median() {
        double lower = quantile(0.5);
        return count % 2 == 1 ? lower : (lower + values[count / 2]) / 2;
    }

    public int count() {
        return count;
    }

    /// Smallest and largest, and how many there are.
    public String spread() {
        return String.format(Locale.ROOT, "%.2f–%.2f, n=%d", quantile(0), quantile(1), count);
    }
}
