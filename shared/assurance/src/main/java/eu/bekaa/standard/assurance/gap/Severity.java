package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.kernel.Word;
import io.swagger.v3.oas.annotations.media.Schema;

/// How much a finding matters, mildest first.
@Schema(description = "How much a finding matters, mildest first.")
public enum Severity {
    INFORMATIONAL(1),
    LOW(2),
    MEDIUM(3),
    HIGH(4),
    CRITICAL(5);

    private final int impact;

    Severity(int impact) {
        this.impact = impact;
    }

    /// The impact, 1 to 6, of a finding whose impact nobody has estimated (STD-73).
    public int impact() {
        return impact;
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
