package eu.bekaa.standard.assurance.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every risk, whatever it is made of.
class RiskPropertyTest {
    private static final int CASES = 500;

    /// @param seed gives the same case again
    record Judged(
            long seed,
            Severity severity,
            @Nullable Integer impact,
            @Nullable Likelihood likelihood,
            @Nullable Double weight,
            int maturity) {
        Risk risk() {
            return Risk.of(severity, impact, likelihood, weight, maturity);
        }
    }

    static Stream<Judged> cases() {
        return IntStream.range(0, CASES).mapToObj(seed -> {
            var random = new Random(seed);
            return new Judged(
                    seed,
                    any(random, Severity.values()),
                    random.nextInt(4) == 0 ? null : 1 + random.nextInt(6),
                    random.nextInt(4) == 0 ? null : any(random, Likelihood.values()),
                    random.nextInt(5) == 0 ? null : 1.0 + random.nextInt(10),
                    random.nextInt(6));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std73_inherentRiskLiesOnTheGridAndGrowsWithImpactAndLikelihood(Judged judged) {
        int inherent = judged.risk().inherent();
        assertThat(inherent).isBetween(1, 36);
        assertThat(IntStream.rangeClosed(1, 6).anyMatch(points -> inherent % points == 0 && inherent / points <= 6))
                .isTrue();
        for (int impact = judged.impact() == null ? 6 : judged.impact(); impact <= 6; impact++) {
            assertThat(Risk.of(judged.severity(), impact, judged.likelihood(), judged.weight(), judged.maturity())
                            .inherent())
                    .isGreaterThanOrEqualTo(judged.impact() == null ? 0 : inherent);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std74_aControlTakesAwayUpToNineTenthsAndMoreTheMoreMatureItIs(Judged judged) {
        var risk = judged.risk();
        assertThat(risk.residual()).isBetween(risk.inherent() * 0.1 - 0.005, (double) risk.inherent());
        assertThat(BigDecimal.valueOf(risk.residual()).scale()).isLessThanOrEqualTo(2);
        if (judged.weight() == null || judged.maturity() == 0) {
            assertThat(risk.residual()).isCloseTo(risk.inherent(), within(0.0));
        }
        for (int level = judged.maturity(); level <= 5; level++) {
            assertThat(Risk.of(judged.severity(), judged.impact(), judged.likelihood(), judged.weight(), level)
                            .residual())
                    .isLessThanOrEqualTo(risk.residual());
        }
        assertThat(RiskCategory.of(risk.residual())).isLessThanOrEqualTo(RiskCategory.of(risk.inherent()));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
