package eu.bekaa.standard.function.schedules;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The EventBridge rules that call the function, by the end of their names: `standard-every-minute`,
/// `standard-every-hour`.
public enum Rule {
    EVERY_MINUTE(Duration.ofMinutes(1)),
    EVERY_HOUR(Duration.ofHours(1));

    private static final String MARK = ":rule/standard-";

    private final Duration period;

    Rule(Duration period) {
        this.period = period;
    }

    /// How often the rule fires.
    public Duration period() {
        return period;
    }

    /// The rule's name in EventBridge.
    public String ruleName() {
        return "standard-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The rule among the resources of a scheduled event; empty for an event of some other rule.
    static Optional<Rule> in(List<String> resources) {
        return resources.stream()
                .filter(arn -> arn.contains(MARK))
                .flatMap(arn -> Arrays.stream(values()).filter(rule -> arn.endsWith(":rule/" + rule.ruleName())))
                .findFirst();
    }
}
