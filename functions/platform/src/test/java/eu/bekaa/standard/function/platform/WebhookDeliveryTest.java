package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.testing.SettableClock;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the event to the receiver: over HTTP, the queue and a server on loopback.
@OutboundTest
class WebhookDeliveryTest {
    @Inject
    Deliverers deliverers;

    @Inject
    SettableClock clock;

    @Inject
    WebhookDesk desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void std151_anEventReachesEachSubscriberOnceSignedAndRecorded() {
        var all = desk.made("/all");
        var some = desk.made("/some", "soa.approved", "poam.approved");
        var others = desk.made("/others", "gap.approved");
        var disabled = desk.made("/disabled");
        desk.by(
                desk.tenant.owner(),
                HttpRequest.PATCH("/api/v1/webhooks/" + disabled.get("id"), Map.of("enabled", false)));

        var event = desk.raise(EventType.SOA_APPROVED);
        deliverers.work(3);

        for (var webhook : List.of(all, some)) {
            var path = webhook.get("url").toString().replaceFirst(".*/", "/");
            assertThat(desk.receiver.calls(path)).singleElement().satisfies(call -> {
                var secret = webhook.get("signing_secret");
                assertThat(call.header("x-standard-event-id")).isEqualTo(event.toString());
                assertThat(call.header("x-standard-event-type")).isEqualTo("soa.approved");
                assertThat(call.header("x-standard-trace-id"))
                        .isEqualTo(desk.tenant.assessor().traceId());
                assertThat(call.header("x-standard-signature")).isEqualTo(WebhookDesk.hmac(secret, call.body()));
                var timestamp = call.header("x-standard-timestamp");
                assertThat(Instant.parse(timestamp)).isBefore(clock.instant());
                assertThat(call.header("x-standard-timestamped-signature"))
                        .isEqualTo(WebhookDesk.hmac(secret, timestamp + "." + call.body()));
                assertThat(call.body())
                        .contains("\"schema_version\":\"1.0\"", "\"event_type\":\"soa.approved\"")
                        .contains(event.toString(), desk.tenant.organizationId().toString(), new UUID(4, 3).toString());
            });
            assertThat(desk.deliveries(webhook))
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery)
                            .containsEntry("endpoint_id", webhook.get("id"))
                            .containsEntry("event_id", event.toString())
                            .containsEntry("status", "delivered")
                            .containsEntry("http_status", 200)
                            .containsEntry("attempt_count", 1)
                            .containsEntry("max_attempts", 3)
                            .containsEntry("response_body", "heard"));
        }
        assertThat(desk.deliveries(others)).isEmpty();
        assertThat(desk.deliveries(disabled)).isEmpty();
    }

    @Test
    void std151_aFailureIsTriedThreeTimesWithPausesUnderTheSameEventId() {
        desk.receiver.answer("/flaky", 500, 302, 200);
        desk.receiver.answer("/broken", 500, 503, 500, 200);
        var flaky = desk.made("/flaky");
        var broken = desk.made("/broken");
        var event = desk.raise(EventType.REPORT_GENERATED);

        deliverers.work();
        assertThat(desk.deliveries(flaky)).singleElement().satisfies(delivery -> {
            assertThat(delivery).containsEntry("status", "retrying").containsEntry("http_status", 500);
            var pause = Duration.between(
                    Instant.parse(delivery.get("last_attempted_at").toString()),
                    Instant.parse(delivery.get("next_retry_at").toString()));
            assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
        });
        deliverers.sweepAndWork();
        assertThat(desk.receiver.calls("/flaky")).as("not before its time").hasSize(1);

        clock.advance(Duration.ofSeconds(100));
        deliverers.sweepAndWork();
        assertThat(desk.deliveries(flaky)).singleElement().satisfies(delivery -> {
            var pause = Duration.between(
                    Instant.parse(delivery.get("last_attempted_at").toString()),
                    Instant.parse(delivery.get("next_retry_at").toString()));
            assertThat(pause).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(144));
        });

        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(4));
            deliverers.sweepAndWork();
        }
        assertThat(desk.receiver.calls("/flaky"))
                .extracting(call -> call.header("x-standard-event-id"))
                .containsExactly(event.toString(), event.toString(), event.toString());
        assertThat(desk.receiver.calls("/flaky"))
                .extracting(Receiver.Call::body)
                .containsOnly(desk.receiver.calls("/flaky").getFirst().body());
        assertThat(desk.receiver.calls("/elsewhere"))
                .as("a redirect is not followed")
                .isEmpty();
        assertThat(desk.deliveries(flaky))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "delivered")
                        .containsEntry("attempt_count", 3)
                        .containsEntry("next_retry_at", null));
        assertThat(desk.receiver.calls("/broken")).hasSize(3);
        assertThat(desk.deliveries(broken))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("http_status", 500)
                        .containsEntry("next_retry_at", null));
    }

    @Test
    void std151_theBeginningOfAnAnswerIsKeptWithoutCuttingACharacterInTwo() {
        desk.receiver.say("/long", "x".repeat(1_999) + "\uD83D\uDE00\0" + "y".repeat(5_000));
        var wordy = desk.made("/long");
        var brief = desk.made("/brief");
        desk.raise(EventType.KB_INDEXED);

        deliverers.work(2);

        assertThat(desk.deliveries(wordy))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "delivered")
                        .containsEntry("response_body", "x".repeat(1_999)));
        assertThat(desk.deliveries(brief))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery).containsEntry("response_body", "heard"));
    }

    @Test
    void std151_eventsArriveInTheOrderInWhichTheyHappened() {
        desk.made("/in");
        var raised = new ArrayList<String>();
        for (int i = 0; i < 45; i++) {
            raised.add(desk.raise(EventType.KB_INDEXED).toString());
        }
        deliverers.work();
        assertThat(desk.receiver.calls("/in"))
                .extracting(call -> call.header("x-standard-event-id"))
                .containsExactlyElementsOf(raised);
    }

    @Test
    void std151_aNewEventDoesNotWaitForTheRetryOfAnOldOne() {
        desk.receiver.answer("/in", 500, 200);
        var webhook = desk.made("/in");
        desk.raise(EventType.GAP_APPROVED);
        deliverers.work();
        desk.raise(EventType.POAM_APPROVED);
        deliverers.work();

        assertThat(desk.receiver.calls("/in")).hasSize(2);
        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(desk.receiver.calls("/in"))
                .extracting(call -> call.header("x-standard-event-type"))
                .containsExactly("gap.approved", "poam.approved", "gap.approved");
        assertThat(desk.deliveries(webhook))
                .extracting(one -> one.get("status"))
                .containsOnly("delivered");
    }
}
