package eu.bekaa.standard.function.schedules;

import eu.bekaa.standard.kernel.Word;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The EventBridge rules that call the function, by the end of their names: `standard-every-minute`, or with a stage
/// of the deployment, `standard-prod-every-minute`.
public enum Rule {
    EVERY_MINUTE(Duration.ofMinutes(1)),
    EVERY_HOUR(Duration.ofHours(1));

    private static final Pattern ARN = Pattern.compile(".*:rule/standard-(?:[a-z0-9]+-)?(every-[a-z]+)");

    private final Duration period;

    Rule(Duration period) {
        this.period = period;
    }

    /// How often the rule fires.
    public Duration period() {
        return period;
    }

    /// The end of the rule's name.
    public String word() {
        return Word.of(this).replace('_', '-');
    }

    /// The rule among the resources of a scheduled event; empty for an event of some other rule.
    static Optional<Rule> in(List<String> resources) {
        return resources.stream()
                .map(ARN::matcher)
                .filter(Matcher::matches)
                .flatMap(arn ->
                        Arrays.stream(values()).filter(rule -> rule.word().equals(arn.group(1))))
                .findFirst();
    }
}
