package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Rules that watch figures, and what they tell: once when a rule turns, and nothing while it stays (contract §16).
@Singleton
public class Alerts {
    private static final int MOST = 100;

    private final AlertRules rules;
    private final Metrics metrics;
    private final Events events;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Alerts(AlertRules rules, Metrics metrics, Events events, Audit audit, Ids ids, Clock clock) {
        this.rules = rules;
        this.metrics = metrics;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// The organization's rules, oldest first.
    @ReadOnly
    public List<AlertRule> list(Caller caller) {
        return rules.all(caller.org());
    }

    /// @throws Refusal `VALIDATION_ERROR` for a figure that is never measured; `CONFLICT` for a name in use or beyond
    /// 100
    ///         rules
    @Transactional
    public AlertRule create(Caller caller, NewAlertRule wanted) {
        var known = metrics.names();
        if (!known.contains(wanted.metricName())) {
            throw Refusal.invalid(
                    "metric_name", "There is no such figure; there are " + String.join(", ", known) + ".");
        }
        if (rules.named(caller.org(), wanted.name())) {
            throw new Refusal(ErrorCode.CONFLICT, "There is a rule of that name.");
        }
        if (rules.all(caller.org()).size() >= MOST) {
            throw new Refusal(ErrorCode.CONFLICT, "An organization has at most " + MOST + " rules.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rule = rules.save(new AlertRule(
                ids.next(),
                caller.org(),
                wanted.name(),
                wanted.metricName(),
                wanted.operator(),
                wanted.threshold(),
                wanted.windowSeconds(),
                wanted.severity(),
                wanted.channel(),
                wanted.enabled() == null || wanted.enabled(),
                AlertRule.State.OK,
                null,
                now,
                null,
                null,
                caller.actor().id(),
                now,
                now));
        audit.record(
                caller, AuditEvent.of("alert_rule.created", rule.alertRuleId()).with("metric", rule.metricName()));
        return rule;
    }

    /// Looks at every enabled rule of the caller's organization.
    @Transactional
    public void evaluate(Caller caller) {
        var watching = rules.enabled(caller.org());
        if (watching.isEmpty()) {
            return;
        }
        var figures = metrics.now(caller);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var rule : watching) {
            var value = figures.stream()
                    .filter(metric -> metric.metricName().equals(rule.metricName()))
                    .mapToDouble(Metric::metricValue)
                    .sum();
            var seen = rules.update(rule.seen(value, now));
            if (seen.state() != rule.state()) {
                tell(caller, seen, value);
            }
        }
    }

    private void tell(Caller caller, AlertRule rule, double value) {
        audit.record(
                caller,
                AuditEvent.of("alert_rule.turned", rule.alertRuleId())
                        .with("state", rule.state())
                        .with("metric", rule.metricName()));
        switch (rule.channel()) {
            case WEBHOOK ->
                events.raise(
                        caller,
                        EventType.ALERT_CHANGED,
                        null,
                        Map.of(
                                "alert_rule_id", rule.alertRuleId(),
                                "state", rule.state(),
                                "severity", rule.severity(),
                                "metric_name", rule.metricName(),
                                "metric_value", Double.toString(value)));
            case EMAIL ->
                events.raise(
                        caller,
                        EventType.SECURITY_ALERT,
                        null,
                        Map.of("alert", "alert_rule_" + rule.state(), "details", sentence(rule, value)));
        }
    }

    private static String sentence(AlertRule rule, double value) {
        return "Rule “" + rule.name() + "” is " + rule.state() + ": " + rule.metricName() + " is " + value
                + ", threshold " + rule.operator() + " " + rule.threshold() + ".";
    }
}
