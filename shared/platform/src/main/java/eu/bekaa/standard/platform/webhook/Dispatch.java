package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.event.DomainEvent;
import eu.bekaa.standard.queue.event.EventSubscriber;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/// Turns an event into one delivery per webhook that hears of it (STD-151), and sees that each webhook with something
/// to be told has exactly one job that will call it. That job's id stands in the webhook's row, which is locked
/// whenever deliveries are added or the job hands over: so none is forgotten, and no webhook is called by two at once.
@Singleton
class Dispatch implements EventSubscriber {
    private static final int ATTEMPTS = 3;

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    Dispatch(WebhookRows webhooks, DeliveryRows deliveries, Jobs jobs, Ids ids, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void heard(Caller caller, DomainEvent event) {
        if (!event.eventType().isPublished()) {
            return;
        }
        var hearing = webhooks.hearing(caller.org(), event.eventType().toString());
        if (hearing.isEmpty()) {
            return;
        }
        deliveries.saveAll(hearing.stream()
                .map(webhook -> delivery(webhook.webhookId(), event, ATTEMPTS))
                .toList());
        hearing.forEach(webhook -> entrust(caller, webhook));
    }

    /// One delivery to one webhook, which is locked, without a second try.
    Delivery single(Caller caller, Webhook webhook, DomainEvent event) {
        var delivery = deliveries.save(delivery(webhook.webhookId(), event, 1));
        entrust(caller, webhook);
        return delivery;
    }

    /// Lets the job end: whatever is left to be told becomes the task of a new one, no sooner than it is due.
    /// @param rest how long the webhook is left alone
    void handOver(Caller caller, UUID webhookId, Duration rest) {
        webhooks.locked(caller.org(), webhookId).ifPresent(webhook -> {
            var next = deliveries.nextDue(caller.org(), webhookId).orElse(null);
            if (next == null) {
                webhooks.entrust(caller.org(), webhookId, null, null);
                return;
            }
            var wait = Duration.between(now(), next);
            submit(caller, webhookId, wait.compareTo(rest) > 0 ? wait : rest);
        });
    }

    private void entrust(Caller caller, Webhook webhook) {
        var due = webhook.callerDue();
        if (webhook.callerJob() == null || due != null && due.isAfter(now())) {
            submit(caller, webhook.webhookId(), Duration.ZERO);
        }
    }

    private void submit(Caller caller, UUID webhookId, Duration pause) {
        var job = jobs.submit(caller, Queue.DELIVERIES, JobKind.CALL_WEBHOOK, webhookId, Map.of(), pause);
        webhooks.entrust(caller.org(), webhookId, job, now().plus(pause));
    }

    private Delivery delivery(UUID webhookId, DomainEvent event, int attempts) {
        return new Delivery(
                ids.next(),
                event.organizationId(),
                webhookId,
                event.eventId(),
                event.eventType().toString(),
                DeliveryStatus.PENDING,
                null,
                0,
                attempts,
                null,
                null,
                null,
                null,
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
