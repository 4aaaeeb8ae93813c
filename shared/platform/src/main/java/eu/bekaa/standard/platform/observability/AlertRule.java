package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When somebody wants to be told (contract §16). The rule turns only after its condition has held, or has not held,
/// for the whole window, so that a figure that swings around the threshold does not ring again and again.
@Serdeable
@MappedEntity("alert_rule")
@Schema(description = "A rule that watches a figure and tells when it turns.")
public record AlertRule(
        @Schema(description = "Id of the rule.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Id
        UUID alertRuleId,

        @Schema(description = "Organization it belongs to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "What people call it.", example = "Approvals pile up")
        String name,

        @Schema(description = "The figure; the sum where it is split.", example = "approvals.pending")
        String metricName,

        @Schema(description = "gt, gte, lt, lte or eq.", example = "gt")
        Operator operator,

        @Schema(description = "What the figure is compared with.", example = "10")
        double threshold,

        @Schema(description = "How long the condition must hold, in seconds; 0 for at once.", example = "300")
        int windowSeconds,

        @Schema(description = "informational, low, medium, high or critical.", example = "high")
        Severity severity,

        @Schema(description = "webhook or email.", example = "email")
        Channel channel,

        @Schema(description = "Whether it is looked at.", example = "true")
        boolean enabled,

        @Schema(description = "ok or firing.", example = "ok")
        State state,

        @Schema(description = "Since when the figure speaks against the state.", example = "2026-04-19T10:29:00Z")
        @Nullable
        Instant turningSince,

        @Schema(description = "Since when it is in this state.", example = "2026-04-19T10:00:00Z")
        Instant stateSince,

        @Schema(description = "The figure when last looked at.", example = "3") @Nullable
        Double lastValue,

        @Schema(description = "When it was last looked at.", example = "2026-04-19T10:30:00Z") @Nullable
        Instant evaluatedAt,

        @Schema(description = "Who made it.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID createdBy,

        @Schema(description = "When it was made.", example = "2026-04-19T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it last changed.", example = "2026-04-19T10:00:00Z")
        Instant updatedAt) {

    /// How a figure is compared with the threshold.
    public enum Operator {
        GT,
        GTE,
        LT,
        LTE,
        EQ;

        boolean holds(double value, double threshold) {
            return switch (this) {
                case GT -> value > threshold;
                case GTE -> value >= threshold;
                case LT -> value < threshold;
                case LTE -> value <= threshold;
                case EQ -> Double.compare(value, threshold) == 0;
            };
        }

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// How much it matters.
    public enum Severity {
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// How the change is told.
    public enum Channel {
        WEBHOOK,
        EMAIL;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// Whether the condition counts as holding.
    public enum State {
        OK,
        FIRING;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// The rule after a look at its figure.
    AlertRule seen(double value, Instant at) {
        var speaksFor = operator.holds(value, threshold) ? State.FIRING : State.OK;
        if (speaksFor == state) {
            return standing(state, stateSince, null, value, at);
        }
        var since = turningSince == null ? at : turningSince;
        return Duration.between(since, at).toSeconds() >= windowSeconds
                ? standing(speaksFor, at, null, value, at)
                : standing(state, stateSince, since, value, at);
    }

    private AlertRule standing(State now, Instant since, @Nullable Instant turning, double value, Instant at) {
        return new AlertRule(
                alertRuleId,
                organizationId,
                name,
                metricName,
                operator,
                threshold,
                windowSeconds,
                severity,
                channel,
                enabled,
                now,
                turning,
                since,
                value,
                at,
                createdBy,
                createdAt,
                updatedAt);
    }
}
