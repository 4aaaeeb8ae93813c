package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Jitter;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records what became of deliveries, and switches off a webhook that keeps failing.
@Singleton
class DeliveryLog {
    /// Before the second and the third attempt (STD-151); up to a fifth more, so that what failed together is not tried
    /// again together.
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final DeliveryRows deliveries;
    private final WebhookRows webhooks;
    private final WebhookConfig config;
    private final Audit audit;
    private final Events events;
    private final Jitter jitter;
    private final Clock clock;

    DeliveryLog(
            DeliveryRows deliveries,
            WebhookRows webhooks,
            WebhookConfig config,
            Audit audit,
            Events events,
            Jitter jitter,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.config = config;
        this.audit = audit;
        this.events = events;
        this.jitter = jitter;
        this.clock = clock;
    }

    @Transactional
    public void record(Caller caller, UUID webhookId, List<Attempt> attempts) {
        var webhook = webhooks.locked(caller.org(), webhookId).orElse(null);
        if (webhook == null) {
            return;
        }
        int failures = webhook.consecutiveFailures();
        var since = webhook.failingSince();
        var recorded = Set.copyOf(deliveries.attempted(
                caller.org(), attempts.stream().map(this::tried).toList()));
        for (var attempt : attempts) {
            if (!recorded.contains(attempt.delivery().deliveryId())) {
                continue;
            }
            switch (attempt.status()) {
                case DELIVERED -> {
                    failures = 0;
                    since = null;
                }
                case FAILED -> {
                    failures++;
                    since = since == null ? attempt.at() : since;
                }
                case RETRYING, PENDING -> {}
            }
        }
        if (failures != webhook.consecutiveFailures() || !Objects.equals(since, webhook.failingSince())) {
            webhooks.standing(caller.org(), webhookId, failures, since);
            disableWhereLasting(caller, webhookId, failures, since);
        }
    }

    /// What nobody will hear any more.
    @Transactional
    public void giveUp(Caller caller, UUID webhookId, String reason) {
        deliveries.giveUp(caller.org(), webhookId, reason);
    }

    private DeliveryRows.Tried tried(Attempt attempt) {
        var status = attempt.status();
        return new DeliveryRows.Tried(
                attempt.delivery().deliveryId(),
                status,
                attempt.httpStatus(),
                attempt.number(),
                attempt.at(),
                status == DeliveryStatus.RETRYING ? attempt.at().plus(pause(attempt.number())) : null,
                attempt.body(),
                attempt.failure());
    }

    private void disableWhereLasting(Caller caller, UUID webhookId, int failures, @Nullable Instant since) {
        var now = clock.instant();
        if (since == null
                || failures < config.failuresBeforeDisabling()
                || since.plus(config.failingBeforeDisabling()).isAfter(now)) {
            return;
        }
        var reason = failures + " deliveries in a row failed, since " + since + ".";
        if (webhooks.disable(caller.org(), webhookId, reason, now) > 0) {
            audit.record(
                    caller,
                    AuditEvent.of("webhook.disabled", webhookId)
                            .with("failures", failures)
                            .outcome(Outcome.FAILURE));
            events.raise(
                    caller,
                    EventType.SECURITY_ALERT,
                    null,
                    Map.of(
                            "alert",
                            "webhook_disabled",
                            "resource_id",
                            webhookId,
                            "details",
                            "A webhook was switched off: " + reason));
        }
    }

    private Duration pause(int attempt) {
        var pause = PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
        return pause.plus(jitter.below(pause.dividedBy(5)));
    }
}
