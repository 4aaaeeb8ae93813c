package eu.bekaa.standard.assurance.evidence;

import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.ABSENT;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.PARTIAL;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.STRONG;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassificationTest {
    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(List.of(), ABSENT, EvidenceStatus.NOT_EVIDENCED, 0.0),
                Arguments.of(List.of(0.85, 0.1), STRONG, EvidenceStatus.CANDIDATE, 0.82),
                Arguments.of(List.of(0.2, 0.97, 0.9), STRONG, EvidenceStatus.CANDIDATE, 0.82),
                Arguments.of(List.of(0.97), PARTIAL, EvidenceStatus.CANDIDATE, 0.68),
                Arguments.of(List.of(0.8499, 0.84), PARTIAL, EvidenceStatus.CANDIDATE, 0.68),
                Arguments.of(List.of(0.55), PARTIAL, EvidenceStatus.CANDIDATE, 0.68),
                Arguments.of(List.of(0.5499, 0.5, 0.4), WEAK, EvidenceStatus.INSUFFICIENT, 0.35),
                Arguments.of(List.of(0.0), WEAK, EvidenceStatus.INSUFFICIENT, 0.35));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theTableHoldsLineByLine(
            List<Double> scores, EvidenceStrength strength, EvidenceStatus status, double confidence) {
        assertThat(Classification.of(
                        scores, Set.of(Signal.DOCUMENTED, Signal.PROCESS, Signal.MEASUREMENT, Signal.IMPROVEMENT)))
                .isEqualTo(new Classification(strength, status, confidence));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "EXCEPTION", "NOT_IMPLEMENTED"})
    void anAdverseSignalOutweighsEveryScore(Signal signal) {
        assertThat(Classification.of(List.of(0.99, 0.98), Set.of(signal)))
                .isEqualTo(new Classification(EvidenceStrength.CONFLICTING, EvidenceStatus.CONFLICTING, 0.55));
        assertThat(Classification.of(List.of(0.1), Set.of(signal)).strength()).isEqualTo(EvidenceStrength.CONFLICTING);
    }

    @Test
    void std71_absenceIsNotEvidencedAndNothingElse() {
        assertThat(Classification.of(List.of(), Set.of()).status()).isEqualTo(EvidenceStatus.NOT_EVIDENCED);
    }
}
