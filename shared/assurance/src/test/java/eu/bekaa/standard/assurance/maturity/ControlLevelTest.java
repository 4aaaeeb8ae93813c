package eu.bekaa.standard.assurance.maturity;

import static eu.bekaa.standard.assurance.gap.Findings.CONTROL;
import static eu.bekaa.standard.assurance.gap.Findings.on;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.evidence.Signal;
import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.maturity.ControlLevel.Rated;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControlLevelTest {
    @Test
    void std80_aControlIsAsMatureAsItsLeastMatureFinding() {
        var level = ControlLevel.of(List.of(
                rated(1, AssessmentStatus.MET, EvidenceStrength.STRONG, Set.of(Signal.DOCUMENTED, Signal.PROCESS)),
                rated(2, AssessmentStatus.PARTIALLY_MET, EvidenceStrength.PARTIAL, Set.of()),
                rated(3, AssessmentStatus.MET, EvidenceStrength.PARTIAL, Set.of())));

        assertThat(level.governing().indicated().level()).isEqualTo(2);
        assertThat(level.governing().finding().gapCode()).isEqualTo("GAP-003");
        assertThat(level.coverage()).isEqualTo(0.67);
        assertThat(level.rationale())
                .isEqualTo("Level 2: GAP-003 on ID.AM-3 is met on partial evidence; "
                        + "the least mature of 3 findings on this control.");
    }

    @Test
    void std80_whatDoesNotApplySaysNothingAboutAControlThatOtherRequirementsUse() {
        var level = ControlLevel.of(List.of(
                rated(1, AssessmentStatus.NOT_APPLICABLE_JUSTIFIED, EvidenceStrength.ABSENT, Set.of()),
                rated(2, AssessmentStatus.MET, EvidenceStrength.STRONG, Set.of(Signal.DOCUMENTED, Signal.PROCESS))));

        assertThat(level.governing().indicated().level()).isEqualTo(3);
        assertThat(level.coverage()).isEqualTo(1);
        assertThat(level.rationale()).contains("documented, process").doesNotContain("least mature");
    }

    @Test
    void std80_aControlThatAppliesNowhereIsAtLevelZeroForCertain() {
        var level = ControlLevel.of(
                List.of(rated(1, AssessmentStatus.NOT_APPLICABLE_JUSTIFIED, EvidenceStrength.ABSENT, Set.of())));

        assertThat(level.governing().indicated().level()).isZero();
        assertThat(level.governing().indicated().confidence()).isEqualTo(1.0);
        assertThat(level.coverage()).isZero();
    }

    private static Rated rated(int ordinal, AssessmentStatus status, EvidenceStrength strength, Set<Signal> signals) {
        return new Rated(on(ordinal, CONTROL, status, GapType.EVIDENCE_GAP), strength, signals);
    }
}
