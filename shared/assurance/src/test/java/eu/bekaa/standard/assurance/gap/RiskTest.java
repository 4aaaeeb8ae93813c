package eu.bekaa.standard.assurance.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {
    @ParameterizedTest
    @CsvSource({
        "INFORMATIONAL,,, 3",
        "LOW,,, 6",
        "MEDIUM,,, 9",
        "HIGH,,, 12",
        "CRITICAL,,, 15",
        "LOW, 6,, 18",
        "LOW, 6, ALMOST_CERTAIN, 36",
        "CRITICAL, 1, REMOTE, 1",
        "MEDIUM,, POSSIBLE, 12"
    })
    void std73_inherentRiskIsImpactTimesLikelihood(
            Severity severity, @Nullable Integer impact, @Nullable Likelihood likelihood, int inherent) {
        assertThat(Risk.of(severity, impact, likelihood, 10.0, 5).inherent()).isEqualTo(inherent);
    }

    @Test
    void std73_likelihoodIsCountedFromOneToSix() {
        assertThat(Arrays.stream(Likelihood.values()).map(Likelihood::points)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({
        // weight, maturity, what is left of 9
        "10, 0, 9.00",
        "10, 1, 7.20",
        "9, 2, 5.76",
        "7, 3, 5.22",
        "3, 1, 8.46",
        "10, 5, 0.90",
        "10, 4, 1.80",
        ", 5, 9.00"
    })
    void std74_theControlLeavesAtLeastATenthOfTheRisk(@Nullable Double weight, int maturity, double residual) {
        assertThat(Risk.of(Severity.MEDIUM, null, null, weight, maturity).residual())
                .isEqualTo(residual);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, LOW",
        "4, LOW",
        "4.01, MODERATE",
        "9, MODERATE",
        "9.01, HIGH",
        "16, HIGH",
        "16.01, SEVERE",
        "25, SEVERE",
        "25.01, EXTREME",
        "36, EXTREME"
    })
    void std74_aScoreFallsIntoOneCategory(double score, RiskCategory category) {
        assertThat(RiskCategory.of(score)).isEqualTo(category);
    }
}
