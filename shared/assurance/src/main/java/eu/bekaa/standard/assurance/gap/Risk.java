package eu.bekaa.standard.assurance.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The risk of a finding (STD-73, STD-74).
/// @param inherent impact × likelihood, 1 to 36
/// @param residual what the control leaves of it, two decimals
public record Risk(int inherent, double residual) {
    private static final BigDecimal MOST_MITIGATION = new BigDecimal("0.9");
    private static final BigDecimal HIGHEST_LEVEL = BigDecimal.valueOf(5);
    /// The catalog weighs controls from 1 to 10; the rule counts in parts of one.
    private static final BigDecimal WEIGHT_SCALE = BigDecimal.TEN;

    /// @param impact     1 to 6; absent, the severity decides
    /// @param likelihood absent, it counts as unlikely (3)
    /// @param weight     the control's weight in the catalog, 1 to 10; without one nothing is mitigated
    /// @param maturity   the control's level, 0 to 5
    static Risk of(
            Severity severity,
            @Nullable Integer impact,
            @Nullable Likelihood likelihood,
            @Nullable Double weight,
            int maturity) {
        int points = impact == null ? severity.impact() : impact;
        int inherent = points * (likelihood == null ? Likelihood.UNLIKELY : likelihood).points();
        var mitigation = weight == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(weight)
                        .multiply(BigDecimal.valueOf(maturity))
                        .divide(WEIGHT_SCALE.multiply(HIGHEST_LEVEL))
                        .min(MOST_MITIGATION);
        var residual = BigDecimal.ONE.subtract(mitigation).multiply(BigDecimal.valueOf(inherent));
        return new Risk(inherent, residual.setScale(2, RoundingMode.HALF_UP).doubleValue());
    }

    public RiskCategory category() {
        return RiskCategory.of(residual);
    }
}
