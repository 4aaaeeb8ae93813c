package eu.bekaa.standard.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Measurements of one thing.
public final class Samples {
    private double[] sorted = new double[0];

    public void add(double value) {
        sorted = DoubleStream.concat(Arrays.stream(sorted), DoubleStream.of(value))
                .sorted()
                .toArray();
    }

    /// @param share of the samples that are not above it, 0 to 1
    public double quantile(double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    public double median() {
        return quantile(0.5);
    }

    /// Smallest and largest, and how many there are.
    public String spread() {
        return String.format(Locale.ROOT, "%.2f–%.2f, n=%d", quantile(0), quantile(1), sorted.length);
    }
}
