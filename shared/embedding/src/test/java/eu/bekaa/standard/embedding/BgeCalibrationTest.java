package eu.bekaa.standard.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.bekaa.standard.knowledge.embedding.Calibration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Does a score mean what it says? On pairs that the fit has not seen.
class BgeCalibrationTest {
    private static final List<JudgedPair> PAIRS = JudgedPair.all();
    private static double[] similarities = {};

    @BeforeAll
    static void measure() throws Exception {
        var texts = SampleTexts.find();
        assumeTrue(texts.isPresent(), "the published samples are not beside this checkout");
        try (var embedder = new BgeEmbedder()) {
            similarities = PAIRS.parallelStream()
                    .mapToDouble(pair -> pair.similarity(texts.orElseThrow(), embedder))
                    .toArray();
        }
    }

    @Test
    void theShippedCurveIsTheFittedOne() {
        var fitted = fit(pair -> true);
        for (double similarity = 0; similarity < 0.7; similarity += 0.05) {
            assertThat(BgeConstants.CALIBRATION.relevance(similarity))
                    .isCloseTo(fitted.relevance(similarity), within(0.02));
        }
    }

    @Test
    void oneHalfOfThePairsPredictsTheOther() {
        for (int half = 0; half < 2; half++) {
            int seen = half;
            var curve = fit(pair -> pair % 2 == seen);
            var unseen = IntStream.range(0, PAIRS.size())
                    .filter(pair -> pair % 2 != seen)
                    .toArray();
            double share = IntStream.of(unseen)
                            .filter(pair -> PAIRS.get(pair).relevant())
                            .count()
                    / (double) unseen.length;
            double error = 0;
            double blindError = 0;
            for (int pair : unseen) {
                double truth = PAIRS.get(pair).relevant() ? 1 : 0;
                error += Math.pow(curve.relevance(similarities[pair]) - truth, 2);
                blindError += Math.pow(share - truth, 2);
            }
            System.out.printf(
                    "Brier score %.3f, without looking %.3f%n", error / unseen.length, blindError / unseen.length);
            assertThat(error).isLessThan(0.8 * blindError);
        }
    }

    @Test
    void theThresholdsOfTheContractSeparateReadersVerdicts() {
        assertThat(relevantAmong(0, 0.25)).isLessThan(0.25);
        assertThat(relevantAmong(0.55, 0.85)).isBetween(0.5, 0.9);
        // only eleven pairs are that similar
        assertThat(relevantAmong(0.85, 1)).isGreaterThan(0.7);
    }

    private static double relevantAmong(double from, double to) {
        return IntStream.range(0, PAIRS.size())
                .filter(pair -> {
                    double score = BgeConstants.CALIBRATION.relevance(similarities[pair]);
                    return from <= score && score < to;
                })
                .mapToDouble(pair -> PAIRS.get(pair).relevant() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static Calibration fit(IntPredicate chosen) {
        var pairs = IntStream.range(0, PAIRS.size()).filter(chosen).toArray();
        var relevant = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            relevant[i] = PAIRS.get(pairs[i]).relevant();
        }
        return LogisticFit.of(
                IntStream.of(pairs).mapToDouble(pair -> similarities[pair]).toArray(), relevant);
    }
}
