package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// As it is deployed: only public addresses, over HTTPS.
@MicronautTest(transactional = false)
class WebhookTargetTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Test
    void std150_onlyPublicAddressesOverHttpsAreTaken() {
        var tenant = tenants.create();
        var webhooks = "/api/v1/organizations/" + tenant.organizationId() + "/webhooks";
        for (var url : new String[] {
            "http://hooks.example.com/",
            "https://127.0.0.1/",
            "https://localhost/",
            "https://[::ffff:10.0.0.1]/",
            "nowhere"
        }) {
            var refused = http.send(tenant.as(tenant.owner(), HttpRequest.POST(webhooks, Map.of("url", url))));
            assertThat(refused.code()).as(url).isEqualTo(400);
            assertThat(Http.error(refused)).containsEntry("code", "VALIDATION_ERROR");
        }
        var made = http.send(tenant.as(
                tenant.owner(), HttpRequest.POST(webhooks, Map.of("url", "https://hooks.example.com/standard"))));
        assertThat(made.code()).isEqualTo(201);
        var webhook = "/api/v1/webhooks/" + made.body().get("id");
        var moved = http.send(
                tenant.as(tenant.owner(), HttpRequest.PATCH(webhook, Map.of("url", "https://169.254.169.254/"))));
        assertThat(moved.code()).isEqualTo(400);
    }
}
