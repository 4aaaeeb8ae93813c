package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may have webhooks, and how they keep their secret.
@OutboundTest
class WebhookTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

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
    void std150_theSecretIsShownOnceAndKeptEncrypted() {
        var webhook = desk.made("/in");
        var secret = webhook.get("signing_secret").toString();
        assertThat(secret).matches("whsec_[0-9a-f]{64}");
        assertThat(webhook).containsEntry("enabled", true).containsEntry("events", List.of());

        var shown = desk.shown(webhook);
        assertThat(shown).doesNotContainKey("signing_secret");
        assertThat(shown.get("signing_secret_masked").toString())
                .hasSizeLessThan(16)
                .endsWith(secret.substring(66));
        var stored = OwnerSql.text("SELECT w::text FROM webhook w WHERE webhook_id = ?::uuid", webhook.get("id"));
        assertThat(stored)
                .doesNotContain(secret.substring(6))
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void std150_membersViewersKeysAndStrangersCannotManageWebhooks() {
        var webhook = desk.made("/in");
        for (var caller :
                List.of(desk.tenant.assessor(), desk.tenant.viewer(), desk.tenant.auditor(), desk.tenant.machine())) {
            assertThat(desk.by(caller, HttpRequest.GET(desk.webhooks())).code()).isEqualTo(403);
            assertThat(desk.by(caller, HttpRequest.DELETE("/api/v1/webhooks/" + webhook.get("id")))
                            .code())
                    .isEqualTo(403);
        }
        var stranger = tenants.create();
        for (var path : List.of(desk.webhooks(), "/api/v1/webhooks/" + webhook.get("id"))) {
            assertThat(http.send(stranger.as(stranger.owner(), HttpRequest.GET(path)))
                            .code())
                    .isEqualTo(404);
        }
        assertThat(desk.by(desk.tenant.approver(), HttpRequest.DELETE("/api/v1/webhooks/" + webhook.get("id")))
                        .body())
                .containsEntry("ok", true);
        assertThat(desk.by(desk.tenant.approver(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id")))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void std150_aRotatedSecretSignsBesideTheNewOneUntilItsGraceEnds() {
        var webhook = desk.made("/in");
        var former = webhook.get("signing_secret");
        var path = "/api/v1/webhooks/" + webhook.get("id") + "/rotate-secret";
        var rotated = Http.body(desk.by(desk.tenant.owner(), HttpRequest.POST(path, Map.of("grace_period_hours", 2))));
        var fresh = rotated.get("signing_secret");
        assertThat(fresh).isNotEqualTo(former).asString().matches("whsec_[0-9a-f]{64}");

        desk.raise(EventType.SOA_APPROVED);
        deliverers.work();
        var during = desk.receiver.calls("/in").getFirst();
        assertThat(during.header("x-standard-signature")).isEqualTo(WebhookDesk.hmac(fresh, during.body()));
        assertThat(during.header("x-standard-former-signature")).isEqualTo(WebhookDesk.hmac(former, during.body()));
        var signed = during.header("x-standard-timestamp") + "." + during.body();
        assertThat(during.header("x-standard-timestamped-signature"))
                .isEqualTo(WebhookDesk.hmac(fresh, signed) + "," + WebhookDesk.hmac(former, signed));

        clock.advance(Duration.ofHours(3));
        desk.raise(EventType.SOA_APPROVED);
        deliverers.work();
        var after = desk.receiver.calls("/in").getLast();
        assertThat(after.header("x-standard-signature")).isEqualTo(WebhookDesk.hmac(fresh, after.body()));
        assertThat(after.headers()).doesNotContainKey("x-standard-former-signature");
        assertThat(after.header("x-standard-timestamped-signature")).hasSize(64);
    }

    @Test
    void std150_unknownEventsAndFieldsAreRefused() {
        for (var body : List.of(
                Map.of("url", desk.receiver.url("/in"), "events", List.of("soa.rejected")),
                Map.of("url", desk.receiver.url("/in"), "events", List.of("webhook.test")),
                Map.of("url", desk.receiver.url("/in"), "signing_secret", "mine"),
                Map.of("url", desk.receiver.url("/in"), "description", "x".repeat(501)),
                Map.of("events", List.of()))) {
            assertThat(desk.by(desk.tenant.owner(), HttpRequest.POST(desk.webhooks(), body))
                            .code())
                    .isEqualTo(400);
        }
    }
}
