package eu.bekaa.standard.knowledge.embedding;

import java.util.Arrays;

/// A centred embedding in one byte a component. Only its direction counts, so it is scaled to use the whole byte; that
/// changes a similarity by less than 0.005.
public final class Vector {
    private final byte[] components;
    private final double length;

    private Vector(byte[] components) {
        this.components = components;
        this.length = Math.sqrt(dot(components, components));
    }

    static Vector quantised(float[] centred) {
        float largest = 0;
        for (float component : centred) {
            largest = Math.max(largest, Math.abs(component));
        }
        var bytes = new byte[centred.length];
        for (int i = 0; i < bytes.length && largest > 0; i++) {
            bytes[i] = (byte) Math.round(centred[i] / largest * Byte.MAX_VALUE);
        }
        return new Vector(bytes);
    }

    /// The vector once stored as these bytes.
    public static Vector of(byte[] components) {
        return new Vector(components.clone());
    }

    public byte[] components() {
        return components.clone();
    }

    public int dimensions() {
        return components.length;
    }

    /// The cosine of the angle between two vectors of one model, -1 to 1.
    public double similarity(Vector other) {
        double lengths = length * other.length;
        return lengths == 0 ? 0 : dot(components, other.components) / lengths;
    }

    /// One digit a component, 1 where it is positive: the form of PostgreSQL's `bit(n)`. Vectors that differ in few of
    /// them point in a similar direction.
    public String signs() {
        var digits = new char[components.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = components[i] > 0 ? '1' : '0';
        }
        return new String(digits);
    }

    /// The same signs, 64 to a word.
    public long[] signWords() {
        var words = new long[Math.ceilDiv(components.length, Long.SIZE)];
        for (int i = 0; i < components.length; i++) {
            if (components[i] > 0) {
                words[i / Long.SIZE] |= 1L << i;
            }
        }
        return words;
    }

    private static int dot(byte[] a, byte[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Vectors of " + a.length + " and " + b.length + " dimensions.");
        }
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(components, vector.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }
}
