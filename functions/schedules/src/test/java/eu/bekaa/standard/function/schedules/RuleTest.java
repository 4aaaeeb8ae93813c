package eu.bekaa.standard.function.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final String ARN = "arn:aws:events:eu-central-1:123456789012:rule/";

    @Test
    void aRuleIsKnownByTheEndOfItsNameWhateverTheStage() {
        assertThat(Rule.in(List.of(ARN + "standard-every-minute"))).contains(Rule.EVERY_MINUTE);
        assertThat(Rule.in(List.of(ARN + "standard-prod-every-hour"))).contains(Rule.EVERY_HOUR);
    }

    @Test
    void aRuleOfSomebodyElseIsNone() {
        assertThat(Rule.in(List.of(ARN + "nonstandard-every-minute", ARN + "standard-every-year", "every-minute")))
                .isEmpty();
    }
}
