package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An organization whose webhooks call a receiver on loopback.
@Prototype
final class WebhookDesk implements AutoCloseable {
    final Tenant tenant;
    final Receiver receiver = new Receiver();
    private final Http http;
    private final Events events;

    WebhookDesk(Http http, Tenants tenants, Events events) throws IOException {
        this.http = http;
        this.events = events;
        this.tenant = tenants.create();
    }

    HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    String webhooks() {
        return "/api/v1/organizations/" + tenant.organizationId() + "/webhooks";
    }

    Map<String, Object> made(String path, String... types) {
        var creation = Map.of("url", receiver.url(path), "events", List.of(types));
        var response = by(tenant.approver(), HttpRequest.POST(webhooks(), creation));
        assertThat(response.code()).as(response.body() + "").isEqualTo(201);
        return Http.body(response);
    }

    UUID raise(EventType type) {
        return events.raise(tenant.assessor(), type, new UUID(4, 2), Map.of("version_id", new UUID(4, 3)));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> deliveries(Map<String, Object> webhook) {
        var response = by(tenant.owner(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id") + "/deliveries"));
        return (List<Map<String, Object>>) Http.body(response).get("data");
    }

    Map<String, Object> shown(Map<String, Object> webhook) {
        return Http.body(by(tenant.owner(), HttpRequest.GET("/api/v1/webhooks/" + webhook.get("id"))));
    }

    static String hmac(Object secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
