package eu.bekaa.standard.kernel.observe;

import eu.bekaa.standard.kernel.Word;
import java.util.Map;

/// One figure about an organization's work at one moment.
/// @param name       dotted, for instance `approvals.pending`
/// @param unit       what is counted, or `seconds`
/// @param dimensions what the figure is split by, for instance `state` → `draft`
public record Measurement(String name, Kind kind, double value, String unit, Map<String, String> dimensions) {
    /// How figures of the same name relate to one another in time.
    public enum Kind {
        COUNTER,
        GAUGE,
        HISTOGRAM;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    public Measurement {
        dimensions = Map.copyOf(dimensions);
    }

    public static Measurement gauge(String name, double value, String unit) {
        return new Measurement(name, Kind.GAUGE, value, unit, Map.of());
    }

    public static Measurement gauge(String name, double value, String unit, String dimension, String of) {
        return new Measurement(name, Kind.GAUGE, value, unit, Map.of(dimension, of));
    }

    public static Measurement counter(String name, double value, String unit) {
        return new Measurement(name, Kind.COUNTER, value, unit, Map.of());
    }
}
