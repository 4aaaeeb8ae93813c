package eu.bekaa.standard.assurance.gap;

import static eu.bekaa.standard.assurance.gap.Conformity.CONFORMS;
import static eu.bekaa.standard.assurance.gap.Conformity.MATERIAL_WEAKNESS;
import static eu.bekaa.standard.assurance.gap.Conformity.SIGNIFICANT_DEFICIENCY;
import static eu.bekaa.standard.assurance.gap.Conformity.STRICTLY_CONFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.gap.ComplianceGate.GateStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformityTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE, INFORMATIONAL,",
        "NOT_APPLICABLE_NOT_JUSTIFIED, NOT_APPLICABLE, INFORMATIONAL,",
        "MET, NO_GAP, INFORMATIONAL, STRICTLY_CONFORMS",
        "MET, DOCUMENTATION_GAP, HIGH, CONFORMS",
        "NOT_MET, TECHNICAL_GAP, CRITICAL, MATERIAL_WEAKNESS",
        "NOT_MET, TECHNICAL_GAP, HIGH, MATERIAL_WEAKNESS",
        "NOT_EVIDENCED, EVIDENCE_GAP, HIGH, MATERIAL_WEAKNESS",
        "NOT_EVIDENCED, EVIDENCE_GAP, CRITICAL, MATERIAL_WEAKNESS",
        "PARTIALLY_MET, DOCUMENTATION_GAP, HIGH, SIGNIFICANT_DEFICIENCY",
        "PARTIALLY_MET, DOCUMENTATION_GAP, CRITICAL, SIGNIFICANT_DEFICIENCY",
        "REQUIRES_VALIDATION, EVIDENCE_GAP, HIGH, SIGNIFICANT_DEFICIENCY",
        "NOT_MET, TECHNICAL_GAP, MEDIUM, SIGNIFICANT_DEFICIENCY",
        "NOT_EVIDENCED, EVIDENCE_GAP, MEDIUM, SIGNIFICANT_DEFICIENCY",
        "PARTIALLY_MET, DOCUMENTATION_GAP, MEDIUM, SIGNIFICANT_DEFICIENCY",
        "REQUIRES_VALIDATION, EVIDENCE_GAP, MEDIUM, SIGNIFICANT_DEFICIENCY",
        "NOT_MET, TECHNICAL_GAP, LOW, CONFORMS",
        "PARTIALLY_MET, DOCUMENTATION_GAP, LOW, CONFORMS",
        "REQUIRES_VALIDATION, EVIDENCE_GAP, INFORMATIONAL, CONFORMS"
    })
    void std75_statusTypeAndSeverityGiveTheVerdict(
            AssessmentStatus status, GapType type, Severity severity, @Nullable Conformity verdict) {
        assertThat(Conformity.of(status, type, severity)).isEqualTo(verdict);
    }

    @Test
    void std75_theWorstFindingDecidesTheAssessment() {
        assertThat(Conformity.worst(List.of(CONFORMS, MATERIAL_WEAKNESS, SIGNIFICANT_DEFICIENCY)))
                .contains(MATERIAL_WEAKNESS);
        assertThat(Conformity.worst(List.of(STRICTLY_CONFORMS, CONFORMS))).contains(CONFORMS);
        assertThat(Conformity.worst(Arrays.asList(null, STRICTLY_CONFORMS))).contains(STRICTLY_CONFORMS);
        assertThat(Conformity.worst(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, PASS", "0, 3, PASS", "0, 4, FAIL", "1, 0, FAIL", "2, 9, FAIL"})
    void std36_oneCriticalOrMoreThanThreeHighFindingsCloseTheGate(long critical, long high, GateStatus status) {
        assertThat(GateStatus.of(critical, high)).isEqualTo(status);
    }
}
