package eu.bekaa.standard.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.platform.observability.AlertRule.Operator;
import eu.bekaa.standard.platform.observability.AlertRule.State;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTest {
    private static final Instant START = Instant.parse("2026-04-19T10:00:00Z");

    private static AlertRule over(double threshold, int window) {
        var id = new UUID(0, 1);
        return new AlertRule(
                id,
                id,
                "Too many",
                "approvals.pending",
                Operator.GT,
                threshold,
                window,
                AlertRule.Severity.HIGH,
                AlertRule.Channel.EMAIL,
                true,
                State.OK,
                null,
                START,
                null,
                null,
                id,
                START,
                START);
    }

    @Test
    void aRuleTurnsOnlyAfterItsConditionHasHeldForTheWindow() {
        var rule = over(10, 120).seen(11, START).seen(11, START.plusSeconds(119));
        assertThat(rule.state()).isEqualTo(State.OK);

        var firing = rule.seen(12, START.plusSeconds(120));
        assertThat(firing.state()).isEqualTo(State.FIRING);
        assertThat(firing.stateSince()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void aFigureThatSwingsAroundTheThresholdTurnsNothing() {
        var rule = over(10, 120);
        for (int minute = 0; minute < 60; minute++) {
            rule = rule.seen(minute % 2 == 0 ? 11 : 9, START.plusSeconds(60L * minute));
            assertThat(rule.state()).isEqualTo(State.OK);
        }
    }

    @Test
    void aFiringRuleCalmsDownOnlyAfterTheWindow() {
        var firing = over(10, 0).seen(11, START);
        assertThat(firing.state()).isEqualTo(State.FIRING);
        var windowed = new AlertRule(
                firing.alertRuleId(),
                firing.organizationId(),
                firing.name(),
                firing.metricName(),
                firing.operator(),
                firing.threshold(),
                60,
                firing.severity(),
                firing.channel(),
                true,
                State.FIRING,
                null,
                START,
                11.0,
                START,
                firing.createdBy(),
                START,
                START);
        assertThat(windowed.seen(9, START.plusSeconds(30)).state()).isEqualTo(State.FIRING);
        assertThat(windowed.seen(9, START.plusSeconds(30))
                        .seen(9, START.plusSeconds(90))
                        .state())
                .isEqualTo(State.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "GT,10,false",
        "GT,11,true",
        "GTE,10,true",
        "LT,10,false",
        "LT,9,true",
        "LTE,10,true",
        "EQ,10,true",
        "EQ,11,false"
    })
    void anOperatorComparesTheFigureWithTheThreshold(Operator operator, double value, boolean holds) {
        assertThat(operator.holds(value, 10)).isEqualTo(holds);
    }
}
