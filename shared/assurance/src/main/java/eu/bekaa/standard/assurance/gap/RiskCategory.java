package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a risk score between 0 and 36 amounts to (STD-74).
@Schema(description = "What a risk score amounts to, mildest first.")
public enum RiskCategory {
    LOW,
    MODERATE,
    HIGH,
    SEVERE,
    EXTREME;

    public static RiskCategory of(double score) {
        if (score <= 4) {
            return LOW;
        }
        if (score <= 9) {
            return MODERATE;
        }
        if (score <= 16) {
            return HIGH;
        }
        return score <= 25 ? SEVERE : EXTREME;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
