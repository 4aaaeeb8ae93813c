package eu.bekaa.standard.assurance.poam;

import static eu.bekaa.standard.assurance.gap.Findings.CONTROL;
import static eu.bekaa.standard.assurance.gap.Findings.EVIDENCE;
import static eu.bekaa.standard.assurance.gap.Findings.finding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Findings;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.gap.Severity;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every item of every plan.
class PriorityPropertyTest {
    private static final int CASES = 500;

    /// @param seed gives the same case again
    record Found(
            long seed,
            GapType type,
            Severity severity,
            double confidence,
            @Nullable Integer level,
            String text) {
        int points(Severity worse, @Nullable Integer other) {
            var gap = finding(1, AssessmentStatus.NOT_MET, type, worse, confidence, CONTROL, EVIDENCE, "Tested.");
            return PriorityPoints.of(gap, Findings.subject(text), other).points();
        }
    }

    static Stream<Found> cases() {
        return IntStream.range(0, CASES).mapToObj(seed -> {
            var random = new Random(seed);
            return new Found(
                    seed,
                    any(random, GapType.values()),
                    any(random, Severity.values()),
                    random.nextInt(101) / 100.0,
                    random.nextInt(4) == 0 ? null : random.nextInt(6),
                    random.nextBoolean() ? "Mechanisms exist to find critical systems." : "Mechanisms exist.");
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std92_aGraverFindingOnALessMatureControlIsNeverLessUrgent(Found found) {
        int points = found.points(found.severity(), found.level());
        assertThat(points).isBetween(0, 9);
        for (var severity : Severity.values()) {
            if (severity.compareTo(found.severity()) > 0) {
                assertThat(found.points(severity, found.level())).isGreaterThanOrEqualTo(points);
            }
        }
        for (int level = 0; found.level() != null && level <= found.level(); level++) {
            assertThat(found.points(found.severity(), level)).isGreaterThanOrEqualTo(points);
        }
        assertThat(found.points(found.severity(), null)).isLessThanOrEqualTo(points);
        assertThat(Priority.of(points + 1).days())
                .isLessThanOrEqualTo(Priority.of(points).days());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std93_noItemIsDueBeforeAMonthOrAfterEightAndMoreWorkIsNeverDueEarlier(Found found) {
        int points = found.points(found.severity(), found.level());
        for (var action : ActionType.values()) {
            var effort = EffortEstimate.of(action, found.severity());
            assertThat(effort).isNotEqualTo(EffortEstimate.EXTRA_LARGE);
            assertThat(Priority.of(points).days() + effort.days()).isBetween(30, 240);
            assertThat(EffortEstimate.of(action, Severity.CRITICAL).days())
                    .as(action.toString())
                    .isGreaterThanOrEqualTo(Math.min(effort.days(), EffortEstimate.LARGE.days()));
        }
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
