package eu.bekaa.standard.assurance.gap;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.evidence.Signal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatedMaturityTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_MET, STRONG, DOCUMENTED, 0, 0.95",
        "NOT_EVIDENCED, ABSENT,, 0, 0.95",
        "NOT_APPLICABLE_JUSTIFIED, STRONG,, 0, 1.0",
        "NOT_APPLICABLE_NOT_JUSTIFIED, ABSENT,, 0, 1.0",
        "REQUIRES_VALIDATION, STRONG, DOCUMENTED PROCESS, 1, 0.3",
        "PARTIALLY_MET, STRONG,, 2, 0.7",
        "PARTIALLY_MET, PARTIAL,, 2, 0.7",
        "PARTIALLY_MET, WEAK,, 1, 0.6",
        "PARTIALLY_MET, CONFLICTING,, 1, 0.6",
        "PARTIALLY_MET, ABSENT,, 1, 0.6",
        "MET, STRONG, DOCUMENTED PROCESS MEASUREMENT IMPROVEMENT, 5, 0.85",
        "MET, STRONG, DOCUMENTED PROCESS MEASUREMENT, 4, 0.8",
        "MET, STRONG, DOCUMENTED PROCESS IMPROVEMENT, 3, 0.8",
        "MET, STRONG, DOCUMENTED PROCESS, 3, 0.8",
        "MET, STRONG, DOCUMENTED, 2, 0.65",
        "MET, STRONG, PROCESS MEASUREMENT IMPROVEMENT, 2, 0.65",
        "MET, PARTIAL, DOCUMENTED PROCESS MEASUREMENT, 2, 0.65",
        "MET, WEAK, DOCUMENTED PROCESS, 1, 0.5",
        "MET, ABSENT,, 1, 0.5"
    })
    void std80_theTableGivesLevelAndConfidence(
            AssessmentStatus status,
            EvidenceStrength strength,
            @Nullable String signals,
            int level,
            double confidence) {
        assertThat(IndicatedMaturity.of(status, strength, signals(signals)))
                .isEqualTo(new IndicatedMaturity(level, confidence));
    }

    private static Set<Signal> signals(@Nullable String words) {
        var signals = EnumSet.noneOf(Signal.class);
        if (words != null) {
            Arrays.stream(words.split(" ")).map(Signal::valueOf).forEach(signals::add);
        }
        return signals;
    }
}
