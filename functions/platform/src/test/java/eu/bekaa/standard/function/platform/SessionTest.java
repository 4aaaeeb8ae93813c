package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import eu.bekaa.standard.platform.identity.Account;
import eu.bekaa.standard.platform.identity.Identity;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SessionTest {
    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    Http http;

    @Inject
    Identity identity;

    @Inject
    OrganizationService organizations;

    @Inject
    Tenants tenants;

    private String email;
    private UUID organization;

    @BeforeEach
    void aMember() {
        email = "ada-" + UUID.randomUUID() + "@example.org";
        var platform = new Caller(
                Caller.PLATFORM, new Actor.Worker(UUID.randomUUID(), "test"), Set.of(), "trace-of-a-test", null, null);
        var user = identity.register(platform, new Account(email, "Ada", PASSWORD, PlatformAdministration.NONE));
        organization = tenants.create().organizationId();
        organizations.addMember(platform.within(organization), user, Role.MEMBER);
    }

    private HttpResponse<Map<String, Object>> signIn(String password) {
        return http.send(HttpRequest.POST("/api/v1/auth/sign-in", Map.of("email", email, "password", password)));
    }

    private static String cookie(HttpResponse<?> response) {
        return response.getHeaders().get("Set-Cookie");
    }

    @Test
    void aSessionIsOpenedUsedAndClosed() {
        var opened = signIn(PASSWORD);
        assertThat(opened.code()).isEqualTo(200);
        assertThat(Http.body(opened)).containsEntry("organization_id", organization.toString());
        assertThat(cookie(opened)).containsIgnoringCase("httponly").contains("SameSite=Lax");
        assertThat(cookie(opened).contains("Secure")).isEqualTo(Http.isBehindGateway());
        var session = cookie(opened).split(";")[0];

        var me = http.send(HttpRequest.GET("/api/v1/auth/me").header("Cookie", session));
        assertThat(Http.body(me))
                .containsEntry("email", email)
                .containsEntry("organization_id", organization.toString());

        var closed = http.send(HttpRequest.POST("/api/v1/auth/sign-out", "").header("Cookie", session));
        assertThat(closed.code()).isEqualTo(200);
        assertThat(http.send(HttpRequest.GET("/api/v1/auth/me").header("Cookie", session))
                        .code())
                .isEqualTo(401);
    }

    @Test
    void theCookieIsSecureBehindTls() {
        var opened = http.send(HttpRequest.POST("/api/v1/auth/sign-in", Map.of("email", email, "password", PASSWORD))
                .header("X-Forwarded-Proto", "https"));
        assertThat(cookie(opened)).contains("Secure");
    }

    @Test
    void std1_aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        var wrong = signIn("not the password at all");
        email = "nobody@example.org";
        var unknown = signIn(PASSWORD);

        assertThat(wrong.code()).isEqualTo(unknown.code()).isEqualTo(401);
        assertThat(Http.error(wrong).get("message"))
                .isEqualTo(Http.error(unknown).get("message"));
    }

    @Test
    void passwordsAreKeptAsArgon2id() throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var select = connection.prepareStatement("SELECT password_hash FROM app_user WHERE email = ?")) {
            select.setString(1, email);
            try (var row = select.executeQuery()) {
                row.next();
                assertThat(row.getString(1))
                        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                        .doesNotContain(PASSWORD);
            }
        }
    }
}
