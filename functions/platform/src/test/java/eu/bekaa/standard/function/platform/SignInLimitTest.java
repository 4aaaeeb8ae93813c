package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Passwords cannot be guessed at leisure. The clock stands, so that all attempts fall into one window.
@MicronautTest(transactional = false)
@Property(name = "test.clock", value = "stopped")
class SignInLimitTest {
    /// Of ten, as joining was an attempt too.
    private static final int ATTEMPTS_LEFT = 9;

    private static final String GUESS = "a guess of some length";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    MemberDesk desk;

    @BeforeEach
    void aMember() {
        desk.accept(Http.body(desk.invite("member")).get("invitation_token"), MemberDesk.PASSWORD);
    }

    private static void isRefused(HttpResponse<Map<String, Object>> response) {
        assertThat(response.code()).isEqualTo(429);
        assertThat(Http.error(response)).containsEntry("code", "RATE_LIMIT_EXCEEDED");
        assertThat(response.header("Retry-After")).isNotNull();
    }

    @Test
    void signingInIsThrottledPerAccount() {
        var guess = Map.of("email", desk.address, "password", GUESS);
        for (int i = 0; i < ATTEMPTS_LEFT; i++) {
            assertThat(http.send(HttpRequest.POST("/api/v1/auth/sign-in", guess))
                            .code())
                    .isEqualTo(401);
        }
        isRefused(desk.signIn());
    }

    @Test
    void acceptingAnInvitationIsThrottledLikeSigningIn() {
        var other = tenants.create();
        var members = "/api/v1/organizations/" + other.organizationId() + "/members";
        var invitation = Map.of("email", desk.address, "role", "member");
        var token = Http.body(http.send(other.as(other.owner(), HttpRequest.POST(members, invitation))))
                .get("invitation_token");
        for (int i = 1; i < ATTEMPTS_LEFT; i++) {
            assertThat(desk.accept(token, GUESS).code()).isEqualTo(401);
        }
        assertThat(desk.signIn().code()).as("the last attempt").isEqualTo(200);
        isRefused(desk.accept(token, MemberDesk.PASSWORD));
    }
}
