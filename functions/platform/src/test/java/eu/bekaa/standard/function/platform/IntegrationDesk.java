package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An organization that connects another system, which stands on loopback.
@Prototype
final class IntegrationDesk implements AutoCloseable {
    static final String CANARY = "canary-7d1f0c-never-to-be-seen";

    final Tenant tenant;
    final Receiver other = new Receiver();
    private final Http http;

    IntegrationDesk(Http http, Tenants tenants) throws IOException {
        this.http = http;
        this.tenant = tenants.create();
    }

    HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    Map<String, Object> wanted(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "name", "Tickets",
                "type", "destination_connector",
                "provider", "jira",
                "auth_method", "api_key",
                "config", Map.of("base_url", other.url("/api")),
                "supported_events", List.of("soa.approved"),
                "scopes", List.of("report:read")));
        body.putAll(more);
        return body;
    }

    HttpResponse<Map<String, Object>> post(Map<String, ?> more) {
        return by(tenant.approver(), HttpRequest.POST("/api/v1/integrations", wanted(more)));
    }

    String configured() {
        var made = post(Map.of("credentials", Map.of("api_key", CANARY)));
        assertThat(made.code()).as(made.body() + "").isEqualTo(201);
        assertThat(made.body()).containsEntry("status", "configured").containsEntry("has_credentials", true);
        return "/api/v1/integrations/" + made.body().get("integration_id");
    }

    HttpResponse<Map<String, Object>> patch(String path, Map<String, ?> body) {
        return by(tenant.approver(), HttpRequest.PATCH(path, body));
    }

    HttpResponse<Map<String, Object>> test(String path) {
        return by(tenant.approver(), HttpRequest.POST(path + "/test", Map.of()));
    }

    @Override
    public void close() {
        other.close();
    }
}
