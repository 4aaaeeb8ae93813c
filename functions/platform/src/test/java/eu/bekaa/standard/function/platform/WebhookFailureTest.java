package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.testing.Eventually;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.SettableClock;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Receivers that hang or refuse, workers that die, and webhooks that are switched off.
@OutboundTest
class WebhookFailureTest {
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
    void std151_oneReceiverThatHangsHoldsUpNobodyElse() throws Exception {
        desk.receiver.hang("/hangs");
        var hanging = desk.made("/hangs");
        var others = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 5; i++) {
            others.add(desk.made("/other" + i));
        }
        for (int i = 0; i < 4; i++) {
            desk.raise(EventType.POAM_APPROVED);
        }
        try (var functions = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                functions.submit(() -> deliverers.work());
            }
            for (int i = 0; i < others.size(); i++) {
                var path = "/other" + i;
                Eventually.asserts(() -> assertThat(desk.receiver.calls(path)).hasSize(4));
            }
        }
        assertThat(desk.receiver.calls("/hangs")).as("one attempt a turn").hasSize(1);
        assertThat(desk.deliveries(hanging).getLast())
                .containsEntry("status", "retrying")
                .containsEntry("http_status", null)
                .hasEntrySatisfying("failure", why -> assertThat(why.toString()).contains("5 seconds"));
        assertThat(desk.deliveries(hanging))
                .hasSize(4)
                .extracting(one -> one.get("status"))
                .contains("pending");
        others.forEach(other -> assertThat(desk.deliveries(other))
                .extracting(one -> one.get("status"))
                .containsOnly("delivered"));
    }

    @Test
    void std151_aWorkerThatDiesBeforeTheCallIsReplaced() {
        var webhook = desk.made("/in");
        desk.raise(EventType.GAP_APPROVED);
        deliverers.receive().forEach(deliverers::deliver);
        OwnerSql.change("""
                UPDATE job SET status = 'running', attempt_count = 1, lease_token = gen_random_uuid(), lease_until = ?
                 WHERE subject_id = ?::uuid""", clock.instant().plusSeconds(120).atOffset(ZoneOffset.UTC), webhook.get("id"));
        deliverers.work();
        assertThat(desk.receiver.calls("/in")).isEmpty();

        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(desk.receiver.calls("/in")).hasSize(1);
        assertThat(desk.deliveries(webhook))
                .extracting(one -> one.get("status"))
                .containsExactly("delivered");
    }

    @Test
    void std151_aWorkerThatDiesAfterTheRecordIsNotRepeated() {
        var webhook = desk.made("/in");
        // its lease is another's by the time it wants to end the job
        desk.receiver.beforeAnswer("/in", () -> OwnerSql.change("""
                UPDATE job SET lease_token = gen_random_uuid(), lease_until = now()
                 WHERE subject_id = ?::uuid AND status = 'running'""", webhook.get("id")));
        desk.raise(EventType.GAP_APPROVED);
        deliverers.work();
        assertThat(desk.deliveries(webhook))
                .extracting(one -> one.get("status"))
                .containsExactly("delivered");

        desk.receiver.beforeAnswer("/in", () -> {});
        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(desk.receiver.calls("/in")).as("told once").hasSize(1);
        assertThat(OwnerSql.text("SELECT caller_job FROM webhook WHERE webhook_id = ?::uuid", webhook.get("id")))
                .isEqualTo("null");

        desk.raise(EventType.GAP_APPROVED);
        deliverers.work();
        assertThat(desk.receiver.calls("/in")).hasSize(2);
    }

    @Test
    void std151_aTestCallGoesToOneWebhookOnceAndNotToADisabledOne() {
        desk.receiver.answer("/in", 500);
        var webhook = desk.made("/in");
        var bystander = desk.made("/bystander");
        var path = "/api/v1/webhooks/" + webhook.get("id");
        var response = desk.by(desk.tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        assertThat(response.code()).isEqualTo(202);
        assertThat(response.body()).containsEntry("status", "pending").containsEntry("event_type", "webhook.test");

        deliverers.work();
        assertThat(desk.deliveries(webhook))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("attempt_count", 1)
                        .containsEntry("http_status", 500));
        assertThat(desk.deliveries(bystander)).isEmpty();

        desk.by(desk.tenant.owner(), HttpRequest.PATCH(path, Map.of("enabled", false)));
        var refused = desk.by(desk.tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        assertThat(refused.code()).isEqualTo(409);
    }

    @Test
    void std151_aWebhookThatKeepsFailingIsSwitchedOffAndItsAdministratorsAreTold() {
        desk.receiver.answer("/in", 500, 200, 404, 410, 500);
        var webhook = desk.made("/in");
        var path = "/api/v1/webhooks/" + webhook.get("id");
        for (int i = 0; i < 4; i++) {
            desk.by(desk.tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        }
        deliverers.work();
        assertThat(desk.shown(webhook))
                .as("a success in between starts the count anew")
                .containsEntry("enabled", true);

        desk.by(desk.tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        deliverers.work();
        assertThat(desk.shown(webhook))
                .containsEntry("enabled", false)
                .hasEntrySatisfying(
                        "disabled_reason", why -> assertThat(why.toString()).contains("3 deliveries"));
        assertThat(OwnerSql.text(
                        "SELECT count(*) FROM audit_record WHERE action = 'webhook.disabled' AND resource_id = ?::uuid",
                        webhook.get("id")))
                .isEqualTo("1");
        assertThat(OwnerSql.text(
                        "SELECT data ->> 'alert' FROM domain_event WHERE event_type = 'security.alert' AND data ->> 'resource_id' = ?",
                        webhook.get("id")))
                .isEqualTo("webhook_disabled");

        desk.by(desk.tenant.owner(), HttpRequest.PATCH(path, Map.of("enabled", true)));
        assertThat(desk.shown(webhook)).containsEntry("enabled", true).containsEntry("disabled_reason", null);
    }

    @Test
    void std151_whatIsLeftWhenAWebhookIsDisabledIsGivenUp() {
        desk.receiver.answer("/in", 500);
        var webhook = desk.made("/in");
        desk.raise(EventType.GAP_APPROVED);
        deliverers.work();
        desk.by(
                desk.tenant.owner(),
                HttpRequest.PATCH("/api/v1/webhooks/" + webhook.get("id"), Map.of("enabled", false)));

        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(desk.receiver.calls("/in")).hasSize(1);
        assertThat(desk.deliveries(webhook))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("failure", "The webhook is disabled."));
    }
}
