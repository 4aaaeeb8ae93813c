package eu.bekaa.standard.assurance.poam;

import static eu.bekaa.standard.assurance.gap.Findings.CONTROL;
import static eu.bekaa.standard.assurance.gap.Findings.EVIDENCE;
import static eu.bekaa.standard.assurance.gap.Findings.finding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Findings;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.gap.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityPointsTest {
    @ParameterizedTest
    @CsvSource({
        // type, severity, confidence, maturity → points, priority, effort, days
        "EVIDENCE_GAP, INFORMATIONAL, 0.7,, 0, LOW",
        "DOCUMENTATION_GAP, MEDIUM, 0.7,, 1, MEDIUM",
        "EVIDENCE_GAP, MEDIUM, 0,, 2, MEDIUM",
        "EVIDENCE_GAP, MEDIUM, 0, 0, 4, HIGH",
        "DOCUMENTATION_GAP, LOW, 0.68, 2, 1, MEDIUM",
        "IMPLEMENTATION_GAP, HIGH, 0.5,, 4, HIGH",
        "GOVERNANCE_GAP, CRITICAL, 0.9,, 5, URGENT",
        "MONITORING_GAP, HIGH, 0.4, 1, 7, URGENT",
        "TECHNICAL_GAP, CRITICAL, 0.9,, 4, HIGH"
    })
    void std92_pointsAddUpToThePriority(
            GapType type,
            Severity severity,
            double confidence,
            @Nullable Integer maturity,
            int points,
            Priority priority) {
        var found = finding(1, AssessmentStatus.NOT_MET, type, severity, confidence, CONTROL, EVIDENCE, "Tested.");
        var sum = PriorityPoints.of(found, Findings.subject("Mechanisms exist to keep inventories."), maturity);

        assertThat(sum.points()).isEqualTo(points);
        assertThat(sum.priority()).isEqualTo(priority);
    }

    @Test
    void std92_aControlDescribedAsCriticalCountsOneMore() {
        var found = finding(AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP, Severity.MEDIUM);

        assertThat(PriorityPoints.of(found, Findings.subject("Mechanisms exist to find critical systems."), null)
                        .points())
                .isEqualTo(2);
        assertThat(PriorityPoints.of(found, Findings.subject("Mechanisms exist to keep criticality low."), null)
                        .points())
                .isEqualTo(1);
    }
}
