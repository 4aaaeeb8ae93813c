package eu.bekaa.standard.assurance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {
    static Stream<Arguments> pairs() {
        return Arrays.stream(AssessmentState.values())
                .flatMap(from -> Arrays.stream(AssessmentState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void std30_everyPairOfStatesIsAllowedExactlyWhereTheContractListsIt(AssessmentState from, AssessmentState to) {
        var held = from.isInterruption() ? AssessmentState.SOA_UNDER_REVIEW : null;
        assertThat(Lifecycle.event(from, held, to)
                        .map(LifecycleEventType::toString)
                        .orElse(null))
                .isEqualTo(ContractTable.event(from.toString(), text(held), to.toString()));
    }

    @Test
    void thereAreTwentySixStates() {
        assertThat(pairs()).hasSize(26 * 26);
    }

    @ParameterizedTest
    @EnumSource(AssessmentState.class)
    void std30_nothingFollowsATerminalState(AssessmentState state) {
        assertThat(Lifecycle.next(state, null).isEmpty()).isEqualTo(ContractTable.TERMINAL.contains(state.toString()));
    }

    @ParameterizedTest
    @EnumSource(
            value = AssessmentState.class,
            names = {"FAILED", "BLOCKED"})
    void anInterruptionLeadsBackOnlyToTheStateHeldBefore(AssessmentState interruption) {
        assertThat(Lifecycle.next(interruption, AssessmentState.POAM_DRAFTED))
                .containsEntry(AssessmentState.POAM_DRAFTED, LifecycleEventType.ASSESSMENT_RESUMED)
                .doesNotContainKey(AssessmentState.POAM_UNDER_REVIEW);
    }

    @Test
    void onlyTheFiveDecisiveStatesHaveAGate() {
        assertThat(Arrays.stream(AssessmentState.values())
                        .filter(state -> state.gate().isPresent()))
                .containsExactly(
                        AssessmentState.SOA_APPROVED,
                        AssessmentState.GAP_ANALYSIS_APPROVED,
                        AssessmentState.MATURITY_APPROVED,
                        AssessmentState.POAM_APPROVED,
                        AssessmentState.CLOSED);
    }

    @Test
    void std35_aReportNeedsMaturityEvenWhereTheChainSkippedIt() {
        assertThat(AssessmentState.POAM_DRAFTED.prerequisites()).doesNotContain(Prerequisite.MATURITY_APPROVED);
        assertThat(AssessmentState.REPORT_GENERATED.prerequisites())
                .containsExactlyInAnyOrder(
                        Prerequisite.SOA_APPROVED,
                        Prerequisite.GAP_ANALYSIS_APPROVED,
                        Prerequisite.MATURITY_APPROVED,
                        Prerequisite.POAM_APPROVED);
    }

    private static @Nullable String text(@Nullable AssessmentState state) {
        return state == null ? null : state.toString();
    }
}
