package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import eu.bekaa.standard.testing.Eventually;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the event to the receiver: over HTTP, the queue and a server on loopback.
@MicronautTest(transactional = false)
@Property(name = "standard.outbound.reach", value = "any")
@Property(name = "standard.outbound.timeout", value = "5s")
@Property(name = "standard.webhooks.failures-before-disabling", value = "3")
@Property(name = "standard.webhooks.failing-before-disabling", value = "0s")
@Property(name = "standard.email.sender", value = "mailbox")
@Property(name = "test.clock", value = "running")
class WebhookTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Events events;

    @Inject
    Deliverers deliverers;

    @Inject
    SettableClock clock;

    private Tenant tenant;
    private Receiver receiver;

    @BeforeEach
    void anOrganizationAndAReceiver() throws IOException {
        tenant = tenants.create();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    private String webhooks() {
        return "/api/v1/organizations/" + tenant.organizationId() + "/webhooks";
    }

    private Map<String, Object> made(String path, String... types) {
        var creation = Map.of("url", receiver.url(path), "events", List.of(types));
        var response = by(tenant.approver(), HttpRequest.POST(webhooks(), creation));
        assertThat(response.code()).as(response.body() + "").isEqualTo(201);
        return Http.body(response);
    }

    private UUID raise(EventType type) {
        return events.raise(tenant.assessor(), type, new UUID(4, 2), Map.of("version_id", new UUID(4, 3)));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> deliveries(Map<String, Object> webhook) {
        var response = by(tenant.owner(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id") + "/deliveries"));
        return (List<Map<String, Object>>) Http.body(response).get("data");
    }

    private Map<String, Object> shown(Map<String, Object> webhook) {
        return Http.body(by(tenant.owner(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id"))));
    }

    private static String hmac(Object secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int owner(String sql, Object... values) {
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String text(String sql, Object... values) throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
            }
        }
    }

    @Test
    void std150_theSecretIsShownOnceAndKeptEncrypted() throws SQLException {
        var webhook = made("/in");
        var secret = webhook.get("signing_secret").toString();
        assertThat(secret).matches("whsec_[0-9a-f]{64}");
        assertThat(webhook).containsEntry("enabled", true).containsEntry("events", List.of());

        var shown = shown(webhook);
        assertThat(shown).doesNotContainKey("signing_secret");
        assertThat(shown.get("signing_secret_masked").toString())
                .hasSizeLessThan(16)
                .endsWith(secret.substring(66));
        var stored = text("SELECT w::text FROM webhook w WHERE webhook_id = ?::uuid", webhook.get("id"));
        assertThat(stored)
                .doesNotContain(secret.substring(6))
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void std150_membersViewersKeysAndStrangersCannotManageWebhooks() {
        var webhook = made("/in");
        for (var caller : List.of(tenant.assessor(), tenant.viewer(), tenant.auditor(), tenant.machine())) {
            assertThat(by(caller, HttpRequest.GET(webhooks())).code()).isEqualTo(403);
            assertThat(by(caller, HttpRequest.DELETE("/api/v1/webhooks/" + webhook.get("id")))
                            .code())
                    .isEqualTo(403);
        }
        var stranger = tenants.create();
        for (var path : List.of(webhooks(), "/api/v1/webhooks/" + webhook.get("id"))) {
            assertThat(http.send(stranger.as(stranger.owner(), HttpRequest.GET(path)))
                            .code())
                    .isEqualTo(404);
        }
        assertThat(by(tenant.approver(), HttpRequest.DELETE("/api/v1/webhooks/" + webhook.get("id")))
                        .body())
                .containsEntry("ok", true);
        assertThat(by(tenant.approver(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id")))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void std151_anEventReachesEachSubscriberOnceSignedAndRecorded() {
        var all = made("/all");
        var some = made("/some", "soa.approved", "poam.approved");
        var others = made("/others", "gap.approved");
        var disabled = made("/disabled");
        by(tenant.owner(), HttpRequest.PATCH("/api/v1/webhooks/" + disabled.get("id"), Map.of("enabled", false)));

        var event = raise(EventType.SOA_APPROVED);
        deliverers.work(3);

        for (var webhook : List.of(all, some)) {
            var path = webhook.get("url").toString().replaceFirst(".*/", "/");
            assertThat(receiver.calls(path)).singleElement().satisfies(call -> {
                var secret = webhook.get("signing_secret");
                assertThat(call.header("x-standard-event-id")).isEqualTo(event.toString());
                assertThat(call.header("x-standard-event-type")).isEqualTo("soa.approved");
                assertThat(call.header("x-standard-trace-id"))
                        .isEqualTo(tenant.assessor().traceId());
                assertThat(call.header("x-standard-signature")).isEqualTo(hmac(secret, call.body()));
                var timestamp = call.header("x-standard-timestamp");
                assertThat(Instant.parse(timestamp)).isBefore(clock.instant());
                assertThat(call.header("x-standard-timestamped-signature"))
                        .isEqualTo(hmac(secret, timestamp + "." + call.body()));
                assertThat(call.body())
                        .contains("\"schema_version\":\"1.0\"", "\"event_type\":\"soa.approved\"")
                        .contains(event.toString(), tenant.organizationId().toString(), new UUID(4, 3).toString());
            });
            assertThat(deliveries(webhook))
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
        assertThat(deliveries(others)).isEmpty();
        assertThat(deliveries(disabled)).isEmpty();
    }

    @Test
    void std151_aFailureIsTriedThreeTimesWithPausesUnderTheSameEventId() {
        receiver.answer("/flaky", 500, 302, 200);
        receiver.answer("/broken", 500, 503, 500, 200);
        var flaky = made("/flaky");
        var broken = made("/broken");
        var event = raise(EventType.REPORT_GENERATED);

        deliverers.work();
        assertThat(deliveries(flaky)).singleElement().satisfies(delivery -> {
            assertThat(delivery).containsEntry("status", "retrying").containsEntry("http_status", 500);
            var pause = Duration.between(
                    Instant.parse(delivery.get("last_attempted_at").toString()),
                    Instant.parse(delivery.get("next_retry_at").toString()));
            assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
        });
        deliverers.sweepAndWork();
        assertThat(receiver.calls("/flaky")).as("not before its time").hasSize(1);

        clock.advance(Duration.ofSeconds(100));
        deliverers.sweepAndWork();
        assertThat(deliveries(flaky)).singleElement().satisfies(delivery -> {
            var pause = Duration.between(
                    Instant.parse(delivery.get("last_attempted_at").toString()),
                    Instant.parse(delivery.get("next_retry_at").toString()));
            assertThat(pause).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(144));
        });

        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(4));
            deliverers.sweepAndWork();
        }
        assertThat(receiver.calls("/flaky"))
                .extracting(call -> call.header("x-standard-event-id"))
                .containsExactly(event.toString(), event.toString(), event.toString());
        assertThat(receiver.calls("/flaky"))
                .extracting(Receiver.Call::body)
                .containsOnly(receiver.calls("/flaky").getFirst().body());
        assertThat(receiver.calls("/elsewhere"))
                .as("a redirect is not followed")
                .isEmpty();
        assertThat(deliveries(flaky))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "delivered")
                        .containsEntry("attempt_count", 3)
                        .containsEntry("next_retry_at", null));
        assertThat(receiver.calls("/broken")).hasSize(3);
        assertThat(deliveries(broken))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("http_status", 500)
                        .containsEntry("next_retry_at", null));
    }

    @Test
    void std151_eventsArriveInTheOrderInWhichTheyHappened() {
        made("/in");
        var raised = new ArrayList<String>();
        for (int i = 0; i < 45; i++) {
            raised.add(raise(EventType.KB_INDEXED).toString());
        }
        deliverers.work();
        assertThat(receiver.calls("/in"))
                .extracting(call -> call.header("x-standard-event-id"))
                .containsExactlyElementsOf(raised);
    }

    @Test
    void std151_oneReceiverThatHangsHoldsUpNobodyElse() throws Exception {
        receiver.hang("/hangs");
        var hanging = made("/hangs");
        var others = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 5; i++) {
            others.add(made("/other" + i));
        }
        for (int i = 0; i < 4; i++) {
            raise(EventType.POAM_APPROVED);
        }
        try (var functions = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                functions.submit(() -> deliverers.work());
            }
            for (int i = 0; i < others.size(); i++) {
                var path = "/other" + i;
                Eventually.asserts(() -> assertThat(receiver.calls(path)).hasSize(4));
            }
        }
        assertThat(receiver.calls("/hangs")).as("one attempt a turn").hasSize(1);
        assertThat(deliveries(hanging).getLast())
                .containsEntry("status", "retrying")
                .containsEntry("http_status", null)
                .hasEntrySatisfying("failure", why -> assertThat(why.toString()).contains("5 seconds"));
        assertThat(deliveries(hanging))
                .hasSize(4)
                .extracting(one -> one.get("status"))
                .contains("pending");
        others.forEach(other -> assertThat(deliveries(other))
                .extracting(one -> one.get("status"))
                .containsOnly("delivered"));
    }

    @Test
    void std151_aWorkerThatDiesBeforeTheCallIsReplaced() {
        var webhook = made("/in");
        raise(EventType.GAP_APPROVED);
        deliverers.receive().forEach(deliverers::deliver);
        owner("""
                UPDATE job SET status = 'running', attempt_count = 1, lease_token = gen_random_uuid(), lease_until = ?
                 WHERE subject_id = ?::uuid""", clock.instant().plusSeconds(120).atOffset(ZoneOffset.UTC), webhook.get("id"));
        deliverers.work();
        assertThat(receiver.calls("/in")).isEmpty();

        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(receiver.calls("/in")).hasSize(1);
        assertThat(deliveries(webhook)).extracting(one -> one.get("status")).containsExactly("delivered");
    }

    @Test
    void std151_aWorkerThatDiesAfterTheRecordIsNotRepeated() throws SQLException {
        var webhook = made("/in");
        // its lease is another's by the time it wants to end the job
        receiver.beforeAnswer("/in", () -> owner("""
                UPDATE job SET lease_token = gen_random_uuid(), lease_until = now()
                 WHERE subject_id = ?::uuid AND status = 'running'""", webhook.get("id")));
        raise(EventType.GAP_APPROVED);
        deliverers.work();
        assertThat(deliveries(webhook)).extracting(one -> one.get("status")).containsExactly("delivered");

        receiver.beforeAnswer("/in", () -> {});
        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(receiver.calls("/in")).as("told once").hasSize(1);
        assertThat(text("SELECT caller_job FROM webhook WHERE webhook_id = ?::uuid", webhook.get("id")))
                .isEqualTo("null");

        raise(EventType.GAP_APPROVED);
        deliverers.work();
        assertThat(receiver.calls("/in")).hasSize(2);
    }

    @Test
    void std151_aNewEventDoesNotWaitForTheRetryOfAnOldOne() {
        receiver.answer("/in", 500, 200);
        var webhook = made("/in");
        raise(EventType.GAP_APPROVED);
        deliverers.work();
        raise(EventType.POAM_APPROVED);
        deliverers.work();

        assertThat(receiver.calls("/in")).hasSize(2);
        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(receiver.calls("/in"))
                .extracting(call -> call.header("x-standard-event-type"))
                .containsExactly("gap.approved", "poam.approved", "gap.approved");
        assertThat(deliveries(webhook)).extracting(one -> one.get("status")).containsOnly("delivered");
    }

    @Test
    void std150_aRotatedSecretSignsBesideTheNewOneUntilItsGraceEnds() {
        var webhook = made("/in");
        var former = webhook.get("signing_secret");
        var path = "/api/v1/webhooks/" + webhook.get("id") + "/rotate-secret";
        var rotated = Http.body(by(tenant.owner(), HttpRequest.POST(path, Map.of("grace_period_hours", 2))));
        var fresh = rotated.get("signing_secret");
        assertThat(fresh).isNotEqualTo(former).asString().matches("whsec_[0-9a-f]{64}");

        raise(EventType.SOA_APPROVED);
        deliverers.work();
        var during = receiver.calls("/in").getFirst();
        assertThat(during.header("x-standard-signature")).isEqualTo(hmac(fresh, during.body()));
        assertThat(during.header("x-standard-former-signature")).isEqualTo(hmac(former, during.body()));
        var signed = during.header("x-standard-timestamp") + "." + during.body();
        assertThat(during.header("x-standard-timestamped-signature"))
                .isEqualTo(hmac(fresh, signed) + "," + hmac(former, signed));

        clock.advance(Duration.ofHours(3));
        raise(EventType.SOA_APPROVED);
        deliverers.work();
        var after = receiver.calls("/in").getLast();
        assertThat(after.header("x-standard-signature")).isEqualTo(hmac(fresh, after.body()));
        assertThat(after.headers()).doesNotContainKey("x-standard-former-signature");
        assertThat(after.header("x-standard-timestamped-signature")).hasSize(64);
    }

    @Test
    void std151_aTestCallGoesToOneWebhookOnceAndNotToADisabledOne() {
        receiver.answer("/in", 500);
        var webhook = made("/in");
        var bystander = made("/bystander");
        var path = "/api/v1/webhooks/" + webhook.get("id");
        var response = by(tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        assertThat(response.code()).isEqualTo(202);
        assertThat(response.body()).containsEntry("status", "pending").containsEntry("event_type", "webhook.test");

        deliverers.work();
        assertThat(deliveries(webhook))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("attempt_count", 1)
                        .containsEntry("http_status", 500));
        assertThat(deliveries(bystander)).isEmpty();

        by(tenant.owner(), HttpRequest.PATCH(path, Map.of("enabled", false)));
        var refused = by(tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        assertThat(refused.code()).isEqualTo(409);
    }

    @Test
    void std151_aWebhookThatKeepsFailingIsSwitchedOffAndItsAdministratorsAreTold() throws SQLException {
        receiver.answer("/in", 500, 200, 404, 410, 500);
        var webhook = made("/in");
        var path = "/api/v1/webhooks/" + webhook.get("id");
        for (int i = 0; i < 4; i++) {
            by(tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        }
        deliverers.work();
        assertThat(shown(webhook))
                .as("a success in between starts the count anew")
                .containsEntry("enabled", true);

        by(tenant.owner(), HttpRequest.POST(path + "/test", Map.of()));
        deliverers.work();
        assertThat(shown(webhook))
                .containsEntry("enabled", false)
                .hasEntrySatisfying(
                        "disabled_reason", why -> assertThat(why.toString()).contains("3 deliveries"));
        assertThat(text(
                        "SELECT count(*) FROM audit_record WHERE action = 'webhook.disabled' AND resource_id = ?::uuid",
                        webhook.get("id")))
                .isEqualTo("1");
        assertThat(text(
                        "SELECT data ->> 'alert' FROM domain_event WHERE event_type = 'security.alert' AND data ->> 'resource_id' = ?",
                        webhook.get("id")))
                .isEqualTo("webhook_disabled");

        by(tenant.owner(), HttpRequest.PATCH(path, Map.of("enabled", true)));
        assertThat(shown(webhook)).containsEntry("enabled", true).containsEntry("disabled_reason", null);
    }

    @Test
    void std151_whatIsLeftWhenAWebhookIsDisabledIsGivenUp() {
        receiver.answer("/in", 500);
        var webhook = made("/in");
        raise(EventType.GAP_APPROVED);
        deliverers.work();
        by(tenant.owner(), HttpRequest.PATCH("/api/v1/webhooks/" + webhook.get("id"), Map.of("enabled", false)));

        clock.advance(Duration.ofMinutes(3));
        deliverers.sweepAndWork();
        assertThat(receiver.calls("/in")).hasSize(1);
        assertThat(deliveries(webhook))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery)
                        .containsEntry("status", "failed")
                        .containsEntry("failure", "The webhook is disabled."));
    }

    @Test
    void std150_unknownEventsAndFieldsAreRefused() {
        for (var body : List.of(
                Map.of("url", receiver.url("/in"), "events", List.of("soa.rejected")),
                Map.of("url", receiver.url("/in"), "events", List.of("webhook.test")),
                Map.of("url", receiver.url("/in"), "signing_secret", "mine"),
                Map.of("url", receiver.url("/in"), "description", "x".repeat(501)),
                Map.of("events", List.of()))) {
            assertThat(by(tenant.owner(), HttpRequest.POST(webhooks(), body)).code())
                    .isEqualTo(400);
        }
    }
}
