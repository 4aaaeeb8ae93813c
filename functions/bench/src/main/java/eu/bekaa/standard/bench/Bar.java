package eu.bekaa.standard.bench;

import java.util.Locale;

/// What a figure should be. It is said beside each figure whether it is.
/// @param most  whether the figure should be at most the limit; at least, otherwise
public record Bar(Side side, double limit, String unit) {
    /// Where the limit lies.
    public enum Side {
        AT_MOST,
        AT_LEAST
    }

    public static Bar atMost(double limit) {
        return new Bar(Side.AT_MOST, limit, "");
    }

    public static Bar atLeast(double limit) {
        return new Bar(Side.AT_LEAST, limit, "");
    }

    /// @param unit written behind the limit
    public Bar in(String unit) {
        return new Bar(side, limit, " " + unit);
    }

    public boolean isMetBy(double figure) {
        return switch (side) {
            case AT_MOST -> figure <= limit;
            case AT_LEAST -> figure >= limit;
        };
    }

    /// The bar, and whether the figure meets it.
    public String verdict(double figure) {
        var number = limit == Math.rint(limit)
                ? String.format(Locale.ROOT, "%,.0f", limit)
                : String.format(Locale.ROOT, "%.2f", limit);
        return (side == Side.AT_MOST ? "≤ " : "≥ ") + number + unit + (isMetBy(figure) ? "" : " **missed**");
    }
}
