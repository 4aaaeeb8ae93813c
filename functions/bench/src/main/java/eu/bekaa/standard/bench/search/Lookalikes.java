package eu.bekaa.standard.bench.search;

import eu.bekaa.standard.knowledge.embedding.Vector;
import java.util.List;
import java.util.random.RandomGenerator;

/// Vectors that lie as real ones do: a real one, moved along the difference of two others. Random ones would be far
/// from each other and from every question, and easy to tell apart.
final class Lookalikes {
    private static final double MOVED = 0.35;

    private final List<Vector> real;
    private final RandomGenerator random;

    Lookalikes(List<Vector> real, RandomGenerator random) {
        this.real = List.copyOf(real);
        this.random = random;
    }

    Vector next() {
        var base = unit(any());
        var from = unit(any());
        var to = unit(any());
        double largest = 0;
        for (int i = 0; i < base.length; i++) {
            base[i] += MOVED * (to[i] - from[i]);
            largest = Math.max(largest, Math.abs(base[i]));
        }
        var bytes = new byte[base.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(base[i] / largest * Byte.MAX_VALUE);
        }
        return Vector.of(bytes);
    }

    private Vector any() {
        return real.get(random.nextInt(real.size()));
    }

    private static double[] unit(Vector vector) {
        var bytes = vector.components();
        double squares = 0;
        for (byte component : bytes) {
            squares += component * component;
        }
        var unit = new double[bytes.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = bytes[i] / Math.sqrt(squares);
        }
        return unit;
    }
}
