package eu.bekaa.standard.platform.webhook;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.outbound.Outbound;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes, changes and removes the webhooks of an organization.
@Singleton
public class WebhookService {
    private static final int SHOWN = 50;
    private static final int MOST = 100;

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final Dispatch dispatch;
    private final Events events;
    private final Outbound outbound;
    private final SigningSecrets secrets;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    WebhookService(
            WebhookRows webhooks,
            DeliveryRows deliveries,
            Dispatch dispatch,
            Events events,
            Outbound outbound,
            SigningSecrets secrets,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.events = events;
        this.outbound = outbound;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws Refusal `ORGANIZATION_NOT_FOUND` for any organization but the caller's own
    @ReadOnly
    public List<WebhookView> all(Caller caller, UUID organizationId) {
        requireOwn(caller, organizationId);
        var now = now();
        return webhooks.all(caller.org()).stream()
                .map(webhook -> WebhookView.of(webhook, now))
                .toList();
    }

    /// @throws Refusal `ORGANIZATION_NOT_FOUND`; `VALIDATION_ERROR` for an address that may not be called or an event
    ///         that is not published; `CONFLICT` beyond 100 webhooks
    @Transactional
    public WebhookSecret create(Caller caller, UUID organizationId, NewWebhook wanted) {
        requireOwn(caller, organizationId);
        outbound.check(wanted.url());
        if (webhooks.all(caller.org()).size() >= MOST) {
            throw new Refusal(ErrorCode.CONFLICT, "An organization has at most " + MOST + " webhooks.");
        }
        var now = now();
        var id = ids.next();
        var secret = secrets.fresh(caller, id);
        var webhook = webhooks.save(new Webhook(
                id,
                caller.org(),
                wanted.url(),
                published(requireNonNullElse(wanted.events(), List.of())),
                requireNonNullElse(wanted.description(), ""),
                requireNonNullElse(wanted.enabled(), true),
                null,
                secret.sealed(),
                secret.masked(),
                null,
                null,
                0,
                null,
                null,
                null,
                caller.actor().id(),
                now,
                now));
        audit.record(
                caller,
                AuditEvent.of("webhook.created", id)
                        .with("events", webhook.events().size()));
        return WebhookSecret.of(WebhookView.of(webhook, now), secret.plain());
    }

    /// @throws Refusal `WEBHOOK_NOT_FOUND`
    @ReadOnly
    public WebhookView find(Caller caller, UUID id) {
        return WebhookView.of(known(caller, id), now());
    }

    /// @throws Refusal `WEBHOOK_NOT_FOUND`; `VALIDATION_ERROR` as for a new one
    @Transactional
    public WebhookView revise(Caller caller, UUID id, WebhookRevision revision) {
        var webhook = locked(caller, id);
        if (revision.url() != null) {
            outbound.check(revision.url());
        }
        webhooks.revise(
                caller.org(),
                id,
                requireNonNullElse(revision.url(), webhook.url()),
                revision.events() == null ? webhook.events() : published(revision.events()),
                requireNonNullElse(revision.description(), webhook.description()),
                requireNonNullElse(revision.enabled(), webhook.enabled()),
                now());
        audit.record(caller, AuditEvent.of("webhook.updated", id).with("enabled", revision.enabled()));
        return find(caller, id);
    }

    /// Removes it with its secret and its deliveries.
    /// @throws Refusal `WEBHOOK_NOT_FOUND`
    @Transactional
    public void delete(Caller caller, UUID id) {
        locked(caller, id);
        webhooks.delete(caller.org(), id);
        audit.record(caller, "webhook.deleted", id);
    }

    /// Gives the webhook a new secret. The one before signs as well until its grace is over.
    /// @param grace 0 to 168 hours
    /// @throws Refusal `WEBHOOK_NOT_FOUND`
    @Transactional
    public WebhookSecret rotate(Caller caller, UUID id, Duration grace) {
        locked(caller, id);
        var now = now();
        var secret = secrets.fresh(caller, id);
        var until = grace.isZero() ? null : now.plus(grace);
        webhooks.rotate(caller.org(), id, secret.sealed(), secret.masked(), until, now);
        audit.record(caller, AuditEvent.of("webhook.secret_rotated", id).with("grace_hours", grace.toHours()));
        return WebhookSecret.of(find(caller, id), secret.plain());
    }

    /// Sends a test event to this webhook alone, once.
    /// @throws Refusal `WEBHOOK_NOT_FOUND`; `CONFLICT` when it is disabled
    @Transactional
    public Delivery test(Caller caller, UUID id) {
        var webhook = locked(caller, id);
        if (!webhook.enabled()) {
            throw new Refusal(ErrorCode.CONFLICT, "The webhook is disabled; enable it to test it.");
        }
        var event = events.record(caller, EventType.WEBHOOK_TEST, null, Map.of("webhook_id", id));
        var delivery = dispatch.single(caller, webhook, event);
        audit.record(caller, "webhook.tested", id);
        return delivery;
    }

    /// The last 50, newest first.
    /// @throws Refusal `WEBHOOK_NOT_FOUND`
    @ReadOnly
    public List<Delivery> deliveries(Caller caller, UUID id) {
        known(caller, id);
        return deliveries.newest(caller.org(), id, SHOWN);
    }

    private Webhook known(Caller caller, UUID id) {
        return webhooks.find(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.WEBHOOK_NOT_FOUND, id));
    }

    private Webhook locked(Caller caller, UUID id) {
        return webhooks.locked(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.WEBHOOK_NOT_FOUND, id));
    }

    private static void requireOwn(Caller caller, UUID organizationId) {
        if (!organizationId.equals(caller.org())) {
            throw Refusal.notFound(ErrorCode.ORGANIZATION_NOT_FOUND, organizationId)
                    .get();
        }
    }

    private static List<String> published(List<String> events) {
        var known = EventType.published();
        for (var event : events) {
            if (!known.contains(event)) {
                throw Refusal.invalid(
                        "events", "There is no event " + event + "; known are: " + String.join(", ", known));
            }
        }
        return events.stream().distinct().toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
