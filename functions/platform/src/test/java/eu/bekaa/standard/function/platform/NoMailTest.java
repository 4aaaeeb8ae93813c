package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// As it is deployed before anybody has configured mail.
@MicronautTest(transactional = false)
class NoMailTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Test
    void std154_withoutASenderThereIsNoServiceAndNoMailbox() {
        var tenant = tenants.create();
        var body = Map.of(
                "to",
                "ada@example.com",
                "type",
                "verification",
                "variables",
                Map.of("name", "Ada", "verification_url", "https://standard.example/v"));
        var refused = http.send(tenant.as(tenant.approver(), HttpRequest.POST("/api/v1/email/send", body)));
        assertThat(refused.code()).isEqualTo(503);
        assertThat(Http.error(refused)).containsEntry("code", "EMAIL_SERVICE_UNAVAILABLE");
        assertThat(http.send(tenant.as(tenant.approver(), HttpRequest.GET("/api/v1/email/outbox")))
                        .code())
                .isEqualTo(404);
    }
}
