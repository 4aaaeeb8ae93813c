package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A platform on which people belong to one organization at most.
@MicronautTest(transactional = false)
@Property(name = "standard.membership.single-organization", value = "true")
class SingleOrganizationTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    private HttpResponse<Map<String, Object>> admitted(Tenant by, String address) {
        var invitation = Map.of("email", address, "role", "member");
        var path = "/api/v1/organizations/" + by.organizationId() + "/members";
        var invited = http.send(by.as(by.owner(), HttpRequest.POST(path, invitation)));
        var acceptance =
                Map.of("token", Http.body(invited).get("invitation_token"), "password", "correct horse battery staple");
        return http.send(HttpRequest.POST("/api/v1/auth/accept-invitation", acceptance));
    }

    @Test
    void aSecondOrganizationIsRefused() {
        var address = "lin-" + UUID.randomUUID() + "@example.org";
        assertThat(admitted(tenants.create(), address).code()).isEqualTo(200);
        var refused = admitted(tenants.create(), address);
        assertThat(refused.code()).isEqualTo(409);
        assertThat(Http.error(refused)).containsEntry("code", "SINGLE_ORG_LIMIT");
    }
}
