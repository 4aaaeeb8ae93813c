package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How somebody comes to belong to an organization.
@MicronautTest(transactional = false)
class InvitationTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    MemberDesk desk;

    private static String cookie(HttpResponse<?> response) {
        return Objects.requireNonNull(response.getHeaders().get("Set-Cookie")).split(";")[0];
    }

    @Test
    void anInvitedPersonSetsAPasswordAndIsIn() {
        var invited = desk.invite("auditor");
        assertThat(invited.code()).isEqualTo(201);
        assertThat(MemberDesk.member(invited))
                .containsEntry("status", "invited")
                .containsEntry("user_id", null);
        assertThat(desk.signIn().code()).as("not before accepting").isEqualTo(401);

        var accepted = desk.accept(Http.body(invited).get("invitation_token"), MemberDesk.PASSWORD);
        assertThat(accepted.code()).isEqualTo(200);
        assertThat(Http.body(accepted))
                .containsEntry("member_id", MemberDesk.member(invited).get("member_id"))
                .containsEntry("status", "active")
                .containsEntry("role", "auditor");

        var session = desk.signIn();
        assertThat(Http.body(session))
                .containsEntry("organization_id", desk.tenant.organizationId().toString());
        var log = http.send(HttpRequest.GET("/api/v1/observability/audit").header("Cookie", cookie(session)));
        assertThat(log.code()).as("what an auditor may").isEqualTo(200);
        assertThat(desk.actions()).contains("membership.invited", "user.registered", "membership.created");
    }

    @Test
    void anInvitationIsGoodForOnce() throws SQLException {
        var token = Http.body(desk.invite("member")).get("invitation_token").toString();
        assertThat(kept()).doesNotContain(token);
        assertThat(desk.accept(token, "too short").code()).isEqualTo(400);
        assertThat(desk.accept(token, MemberDesk.PASSWORD).code()).isEqualTo(200);
        var again = desk.accept(token, MemberDesk.PASSWORD);
        assertThat(again.code()).isEqualTo(404);
        assertThat(Http.error(again)).containsEntry("code", "INVITATION_NOT_FOUND");
        assertThat(desk.accept("never-given", MemberDesk.PASSWORD).code()).isEqualTo(404);
    }

    private static String kept() throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(i::text, ' ') FROM invitation i")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void anInvitationEnds() throws SQLException {
        var token = Http.body(desk.invite("member")).get("invitation_token");
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement("UPDATE invitation SET expires_at = now() WHERE email = ?")) {
            update.setString(1, desk.address);
            update.executeUpdate();
        }
        assertThat(desk.accept(token, MemberDesk.PASSWORD).code()).isEqualTo(404);
        assertThat(desk.invite("viewer").code()).as("another takes its place").isEqualTo(201);
        assertThat(desk.list())
                .filteredOn(member -> desk.address.equals(member.get("email")))
                .hasSize(1);
    }

    @Test
    void anInvitationIsWithdrawn() {
        var invited = desk.invite("member");
        var deleted = desk.as(
                desk.tenant.owner(),
                HttpRequest.DELETE(
                        "/api/v1/members/" + MemberDesk.member(invited).get("member_id")));
        assertThat(Http.body(deleted)).containsEntry("ok", true);
        assertThat(desk.accept(Http.body(invited).get("invitation_token"), MemberDesk.PASSWORD)
                        .code())
                .isEqualTo(404);
    }

    /// The same person, invited to another organization.
    private HttpResponse<Map<String, Object>> elsewhere(String role) {
        var other = tenants.create();
        var members = "/api/v1/organizations/" + other.organizationId() + "/members";
        return http.send(
                other.as(other.owner(), HttpRequest.POST(members, Map.of("email", desk.address, "role", role))));
    }

    @Test
    void anInvitationGivesNoAccessToAnAccountThatExists() {
        desk.accept(Http.body(desk.invite("member")).get("invitation_token"), MemberDesk.PASSWORD);
        var invited = elsewhere("owner");
        var token = Http.body(invited).get("invitation_token");

        assertThat(MemberDesk.member(invited))
                .as("whether an account exists is not told")
                .containsEntry("user_id", null);
        assertThat(desk.accept(token, "the password of someone else").code()).isEqualTo(401);
        assertThat(desk.signIn().code()).as("the password is what it was").isEqualTo(200);
        assertThat(desk.accept(token, MemberDesk.PASSWORD).code()).isEqualTo(200);
    }

    @Test
    void nobodyIsInvitedTwice() {
        desk.invite("member");
        assertThat(desk.invite("viewer").code()).isEqualTo(409);
        var member = desk.list().getFirst().get("email");
        var again = desk.as(
                desk.tenant.owner(), HttpRequest.POST(desk.members(), Map.of("email", member, "role", "viewer")));
        assertThat(again.code()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"no address\",\"role\":\"member\"}",
                "{\"email\":\"a@example.org\",\"role\":\"emperor\"}",
                "{\"email\":\"a@example.org\",\"role\":\"Owner\"}",
                "{\"email\":\"a@example.org\"}",
                "{\"email\":\"a@example.org\",\"role\":\"member\",\"platform_admin\":true}"
            })
    void anInvitationThatMakesNoSenseIsRefused(String body) {
        assertThat(desk.as(desk.tenant.owner(), HttpRequest.POST(desk.members(), body))
                        .code())
                .isEqualTo(400);
    }

    @Test
    void std8_noSecretStandsInTheRecords() throws SQLException {
        var token = Http.body(desk.invite("member")).get("invitation_token").toString();
        desk.accept(token, MemberDesk.PASSWORD);
        desk.signIn();
        var key = desk.as(desk.tenant.owner(), HttpRequest.POST("/api/v1/api-keys", Map.of("name", "CI")));
        try (var connection = TestDatabase.instance().owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(r::text, ' ') FROM audit_record r")) {
            rows.next();
            assertThat(rows.getString(1))
                    .contains("membership.created")
                    .doesNotContain(token)
                    .doesNotContain(MemberDesk.PASSWORD)
                    .doesNotContain(desk.address)
                    .doesNotContain(Http.body(key).get("key").toString());
        }
    }
}
