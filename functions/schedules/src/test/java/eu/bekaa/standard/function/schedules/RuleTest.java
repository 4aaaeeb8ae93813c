package eu.bekaa.standard.function.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final String ARN = "arn:aws:events:eu-central-1:123456789012:rule/";

    @Test
    void aRuleIsKnownByTheEndOfItsNameWhateverTheStage() {
        assertThat(Rule.in(List.of(ARN + "standard-every-minute"))).contains(Rule.EVERY_MINUTE);
        assertThat(Rule.in(List.of(ARN + "standard-prod-every-hour"))).contains(Rule.EVERY_HOUR);
    }

    @Test
    void theExampleNamesItsRule() throws IOException {
        var example = Files.readString(Path.of("../../events/schedule.json"));
        var event = Objects.requireNonNull(JsonMapper.createDefault().readValue(example, ScheduleEvent.class));
        assertThat(Rule.in(event.resources())).contains(Rule.EVERY_MINUTE);
        assertThat(example).contains('"' + event.id() + '"');
    }

    @Test
    void anEventOfNoRuleNamesNone() throws IOException {
        var event = Objects.requireNonNull(JsonMapper.createDefault().readValue("{}", ScheduleEvent.class));
        assertThat(event).isEqualTo(new ScheduleEvent("schedule", List.of()));
    }

    @Test
    void aRuleOfSomebodyElseIsNone() {
        assertThat(Rule.in(List.of(ARN + "nonstandard-every-minute", ARN + "standard-every-year", "every-minute")))
                .isEmpty();
    }
}
