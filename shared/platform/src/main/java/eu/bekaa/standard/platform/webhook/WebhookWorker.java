package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.outbound.Line;
import eu.bekaa.standard.platform.outbound.NoAnswer;
import eu.bekaa.standard.platform.outbound.Outbound;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import eu.bekaa.standard.queue.event.DomainEvent;
import eu.bekaa.standard.queue.event.Events;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls one webhook about everything that is due, in the order in which it happened, and hands the rest over after a
/// while: each webhook has its own turn, and one that hangs holds up nobody but itself.
@Singleton
class WebhookWorker implements JobWorker {
    private static final int BATCH = 20;
    /// Then others have their turn.
    private static final Duration TURN = Duration.ofSeconds(15);
    /// How long a webhook that did not answer is left alone.
    private static final Duration REST = Duration.ofSeconds(15);

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final Dispatch dispatch;
    private final DeliveryLog log;
    private final Events events;
    private final Outbound outbound;
    private final SigningSecrets signing;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    WebhookWorker(
            WebhookRows webhooks,
            DeliveryRows deliveries,
            Dispatch dispatch,
            DeliveryLog log,
            Events events,
            Outbound outbound,
            SigningSecrets signing,
            Transactions transactions,
            JsonMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.log = log;
        this.events = events;
        this.outbound = outbound;
        this.signing = signing;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// What is to be told next, and by which webhook.
    private record Batch(Webhook webhook, List<Delivery> due, Map<UUID, DomainEvent> events) {}

    @Override
    public JobKind kind() {
        return JobKind.CALL_WEBHOOK;
    }

    @Override
    public void work(Lease lease) throws IOException {
        var caller = lease.caller();
        var id = lease.job().subjectId();
        var webhook =
                transactions.read(caller, () -> webhooks.find(caller.org(), id).orElse(null));
        if (webhook == null || !lease.job().jobId().equals(webhook.callerJob())) {
            lease.skip("Another job calls this webhook.", () -> {});
            return;
        }
        if (!webhook.enabled()) {
            lease.complete(() -> {
                log.giveUp(caller, id, "The webhook is disabled.");
                dispatch.handOver(caller, id, Duration.ZERO);
            });
            return;
        }
        var rest = tell(caller, webhook) ? Duration.ZERO : REST;
        lease.complete(() -> dispatch.handOver(caller, id, rest));
    }

    /// The next job makes up for this one: nothing that is due is forgotten.
    @Override
    public void failed(Caller caller, Job job, String reason) {
        webhooks.locked(caller.org(), job.subjectId())
                .filter(webhook -> job.jobId().equals(webhook.callerJob()))
                .ifPresent(webhook -> dispatch.handOver(caller, webhook.webhookId(), Duration.ofMinutes(2)));
    }

    /// @return whether the webhook answered to the last
    private boolean tell(Caller caller, Webhook webhook) throws IOException {
        var end = clock.instant().plus(TURN);
        try (var line = line(webhook)) {
            while (clock.instant().isBefore(end)) {
                var batch = transactions.read(caller, () -> next(caller, webhook.webhookId()));
                if (batch == null || batch.due().isEmpty()) {
                    return true;
                }
                var attempts = attempts(batch, line, end);
                log.record(caller, webhook.webhookId(), attempts);
                if (!attempts.getLast().answered()) {
                    return false;
                }
            }
            return true;
        }
    }

    private @Nullable Batch next(Caller caller, UUID id) {
        var webhook = webhooks.find(caller.org(), id).orElse(null);
        if (webhook == null || !webhook.enabled()) {
            return null;
        }
        var due = deliveries.due(caller.org(), id, now(), BATCH);
        var told = events.find(caller, due.stream().map(Delivery::eventId).toList()).stream()
                .collect(Collectors.toMap(DomainEvent::eventId, Function.identity()));
        return new Batch(webhook, due, told);
    }

    /// At least one, and none after a call without an answer.
    private List<Attempt> attempts(Batch batch, @Nullable Line line, Instant end) throws IOException {
        var attempts = new ArrayList<Attempt>();
        var secrets = signing.valid(batch.webhook(), clock.instant());
        for (var delivery : batch.due()) {
            var event = batch.events().get(delivery.eventId());
            if (event == null) {
                throw new IllegalStateException("The event of delivery " + delivery.deliveryId() + " is gone");
            }
            var attempt = attempt(delivery, event, line, secrets);
            attempts.add(attempt);
            if (!attempt.answered() || !clock.instant().isBefore(end)) {
                break;
            }
        }
        return attempts;
    }

    private Attempt attempt(Delivery delivery, DomainEvent event, @Nullable Line line, List<String> secrets)
            throws IOException {
        var at = now();
        if (line == null) {
            return new Attempt(delivery, at, null, null, "The address may not be called.");
        }
        var body = json.writeValueAsBytes(EventEnvelope.of(event));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Standard-Event-Id", event.eventId().toString());
        headers.put("X-Standard-Event-Type", event.eventType().toString());
        headers.put("X-Standard-Trace-Id", event.traceId());
        headers.putAll(Signatures.headers(secrets, at, body));
        try {
            var answer = line.post(headers, body);
            return new Attempt(delivery, at, answer.status(), answer.body(), null);
        } catch (NoAnswer failure) {
            return new Attempt(delivery, at, null, null, failure.getMessage());
        }
    }

    /// Null for an address that may not be called any more.
    private @Nullable Line line(Webhook webhook) {
        try {
            return outbound.line(webhook.url());
        } catch (Refusal refused) {
            return null;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
