package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Invitations as letters into the mailbox of a laptop.
@MicronautTest(transactional = false)
@Property(name = "standard.email.sender", value = "mailbox")
@Property(name = "standard.email.web-address", value = "https://app.example")
class InvitationLetterTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Deliverers deliverers;

    @Inject
    EmbeddedServer server;

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> letters(Tenant tenant) {
        deliverers.work();
        var outbox = http.send(tenant.as(tenant.owner(), HttpRequest.GET("/api/v1/email/outbox")));
        return (List<Map<String, Object>>) Http.body(outbox).get("data");
    }

    @Test
    void anInvitationIsALetterWithItsLinkAndAcceptanceAnother() {
        var tenant = tenants.create();
        var address = "mary-" + UUID.randomUUID() + "@example.org";
        var path = "/api/v1/organizations/" + tenant.organizationId() + "/members";
        var invitation = Map.of("email", address, "role", "viewer", "display_name", "Mary\r\nBcc: all@example.org");
        var invited = http.send(tenant.as(tenant.owner(), HttpRequest.POST(path, invitation)));
        assertThat(invited.code()).isEqualTo(201);
        var token = Http.body(invited).get("invitation_token");

        assertThat(letters(tenant)).singleElement().satisfies(letter -> {
            assertThat(letter).containsEntry("to", address).containsEntry("type", "verification");
            assertThat(letter.get("body_text").toString())
                    .contains("https://app.example/auth/accept-invitation?token=" + token)
                    .contains("Mary Bcc: all@example.org");
        });

        var acceptance = Map.of("token", token, "password", "correct horse battery staple");
        assertThat(http.send(HttpRequest.POST("/api/v1/auth/accept-invitation", acceptance))
                        .code())
                .isEqualTo(200);
        assertThat(letters(tenant)).extracting(letter -> letter.get("type")).containsExactly("welcome", "verification");
    }

    @Test
    void theLinkLeadsToAPageThatTellsNobodyOfIt() throws Exception {
        var link = URI.create(server.getURL() + "/api/v1/auth/accept-invitation?token=secret");
        var page = HttpClient.newHttpClient()
                .send(java.net.http.HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).contains("<form").doesNotContain("secret");
    }
}
