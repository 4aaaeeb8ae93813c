package eu.bekaa.standard.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorTest {
    private static final int DIMENSIONS = 384;
    private final Random random = new Random(11);

    @Test
    void aByteAComponentKeepsTheAngle() {
        for (int i = 0; i < 200; i++) {
            var a = randomVector();
            var b = randomVector();
            assertThat(Vector.quantised(a).similarity(Vector.quantised(b))).isCloseTo(cosine(a, b), within(0.005));
        }
    }

    @Test
    void onlyTheDirectionCounts() {
        var a = randomVector();
        var longer = a.clone();
        for (int i = 0; i < longer.length; i++) {
            longer[i] *= 3;
        }
        assertThat(Vector.quantised(longer)).isEqualTo(Vector.quantised(a));
    }

    @Test
    void itIsTheSameVectorAfterBeingStored() {
        var vector = Vector.quantised(randomVector());
        assertThat(Vector.of(vector.components())).isEqualTo(vector);
    }

    @Test
    void aSignIsADigit() {
        assertThat(Vector.quantised(new float[] {0.5f, -0.5f, 0, 0.1f}).signs()).isEqualTo("1001");
    }

    @Test
    void aVectorWithoutDirectionResemblesNothing() {
        var nowhere = Vector.quantised(new float[DIMENSIONS]);
        assertThat(nowhere.similarity(Vector.quantised(randomVector()))).isZero();
    }

    @Test
    void vectorsOfTwoModelsAreNotCompared() {
        var small = Vector.quantised(new float[] {1, 2});
        assertThatThrownBy(() -> small.similarity(Vector.quantised(randomVector())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private float[] randomVector() {
        var vector = new float[DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }
}
