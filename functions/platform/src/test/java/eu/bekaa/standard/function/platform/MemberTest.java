package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class MemberTest {
    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    AuditLog log;

    private Tenant tenant;
    private String address;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
        address = "grace-" + UUID.randomUUID() + "@example.org";
    }

    private String members() {
        return "/api/v1/organizations/" + tenant.organizationId() + "/members";
    }

    private HttpResponse<Map<String, Object>> as(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    private HttpResponse<Map<String, Object>> invite(String role) {
        return as(tenant.owner(), HttpRequest.POST(members(), Map.of("email", address, "role", role)));
    }

    private HttpResponse<Map<String, Object>> accept(Object token, String password) {
        return http.send(
                HttpRequest.POST("/api/v1/auth/accept-invitation", Map.of("token", token, "password", password)));
    }

    private HttpResponse<Map<String, Object>> signIn() {
        return http.send(HttpRequest.POST("/api/v1/auth/sign-in", Map.of("email", address, "password", PASSWORD)));
    }

    private static String cookie(HttpResponse<?> response) {
        return Objects.requireNonNull(response.getHeaders().get("Set-Cookie")).split(";")[0];
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(HttpResponse<Map<String, Object>> invited) {
        return (Map<String, Object>) Http.body(invited).get("member");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list() {
        return (List<Map<String, Object>>)
                Http.body(as(tenant.owner(), HttpRequest.GET(members()))).get("data");
    }

    private UUID memberOf(Caller person) {
        return list().stream()
                .filter(member -> person.actor().id().toString().equals(member.get("user_id")))
                .map(member -> UUID.fromString(member.get("member_id").toString()))
                .findFirst()
                .orElseThrow();
    }

    private MutableHttpRequest<?> change(UUID member, String role) {
        return HttpRequest.PATCH("/api/v1/members/" + member, Map.of("role", role));
    }

    private List<String> actions() {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(tenant.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(record -> record.action())
                .toList();
    }

    @Test
    void anInvitedPersonSetsAPasswordAndIsIn() {
        var invited = invite("auditor");
        assertThat(invited.code()).isEqualTo(201);
        assertThat(member(invited)).containsEntry("status", "invited").containsEntry("user_id", null);
        assertThat(signIn().code()).as("not before accepting").isEqualTo(401);

        var accepted = accept(Http.body(invited).get("invitation_token"), PASSWORD);
        assertThat(accepted.code()).isEqualTo(200);
        assertThat(Http.body(accepted))
                .containsEntry("member_id", member(invited).get("member_id"))
                .containsEntry("status", "active")
                .containsEntry("role", "auditor");

        var session = signIn();
        assertThat(Http.body(session))
                .containsEntry("organization_id", tenant.organizationId().toString());
        var log = http.send(HttpRequest.GET("/api/v1/observability/audit").header("Cookie", cookie(session)));
        assertThat(log.code()).as("what an auditor may").isEqualTo(200);
        assertThat(actions()).contains("membership.invited", "user.registered", "membership.created");
    }

    @Test
    void anInvitationIsGoodForOnce() throws SQLException {
        var token = Http.body(invite("member")).get("invitation_token").toString();
        assertThat(kept()).doesNotContain(token);
        assertThat(accept(token, "too short").code()).isEqualTo(400);
        assertThat(accept(token, PASSWORD).code()).isEqualTo(200);
        var again = accept(token, PASSWORD);
        assertThat(again.code()).isEqualTo(404);
        assertThat(Http.error(again)).containsEntry("code", "INVITATION_NOT_FOUND");
        assertThat(accept("never-given", PASSWORD).code()).isEqualTo(404);
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
        var token = Http.body(invite("member")).get("invitation_token");
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement("UPDATE invitation SET expires_at = now() WHERE email = ?")) {
            update.setString(1, address);
            update.executeUpdate();
        }
        assertThat(accept(token, PASSWORD).code()).isEqualTo(404);
        assertThat(invite("viewer").code()).as("another takes its place").isEqualTo(201);
        assertThat(list())
                .filteredOn(member -> address.equals(member.get("email")))
                .hasSize(1);
    }

    @Test
    void anInvitationIsWithdrawn() {
        var invited = invite("member");
        var deleted = as(
                tenant.owner(),
                HttpRequest.DELETE("/api/v1/members/" + member(invited).get("member_id")));
        assertThat(Http.body(deleted)).containsEntry("ok", true);
        assertThat(accept(Http.body(invited).get("invitation_token"), PASSWORD).code())
                .isEqualTo(404);
    }

    @Test
    void anInvitationGivesNoAccessToAnAccountThatExists() {
        accept(Http.body(invite("member")).get("invitation_token"), PASSWORD);
        var other = tenants.create();
        var invited = http.send(other.as(
                other.owner(),
                HttpRequest.POST(
                        "/api/v1/organizations/" + other.organizationId() + "/members",
                        Map.of("email", address, "role", "owner"))));
        var token = Http.body(invited).get("invitation_token");

        assertThat(member(invited)).as("whether an account exists is not told").containsEntry("user_id", null);
        assertThat(accept(token, "the password of someone else").code()).isEqualTo(401);
        assertThat(signIn().code()).as("the password is what it was").isEqualTo(200);
        assertThat(accept(token, PASSWORD).code()).isEqualTo(200);
    }

    @Test
    void acceptingIsThrottledLikeSigningIn() {
        accept(Http.body(invite("member")).get("invitation_token"), PASSWORD);
        var other = tenants.create();
        var invited = http.send(other.as(
                other.owner(),
                HttpRequest.POST(
                        "/api/v1/organizations/" + other.organizationId() + "/members",
                        Map.of("email", address, "role", "member"))));
        var token = Http.body(invited).get("invitation_token");
        var codes = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 11; i++) {
            codes.add(accept(token, "a guess of some length").code());
        }
        assertThat(codes).startsWith(401).endsWith(429);
    }

    @Test
    void nobodyIsInvitedTwice() {
        invite("member");
        assertThat(invite("viewer").code()).isEqualTo(409);
        var member = list().getFirst().get("email");
        var again = as(tenant.owner(), HttpRequest.POST(members(), Map.of("email", member, "role", "viewer")));
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
        assertThat(as(tenant.owner(), HttpRequest.POST(members(), body)).code()).isEqualTo(400);
    }

    @Test
    void anotherRoleCountsAtOnce() {
        assertThat(as(tenant.viewer(), HttpRequest.GET(members())).code()).isEqualTo(403);
        var changed = as(tenant.owner(), change(memberOf(tenant.viewer()), "admin"));
        assertThat(Http.body(changed)).containsEntry("role", "admin");
        assertThat(as(tenant.viewer(), HttpRequest.GET(members())).code()).isEqualTo(200);
        assertThat(actions()).contains("membership.role_changed");
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        var refused = as(tenant.owner(), change(memberOf(tenant.owner()), "member"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(actions()).contains("security.access_denied");
    }

    @Test
    void aRemovedMemberIsOutAtOnce() {
        var viewer = memberOf(tenant.viewer());
        assertThat(as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + viewer))
                        .code())
                .isEqualTo(200);
        var refused = as(tenant.viewer(), HttpRequest.GET("/api/v1/api-keys"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(Http.error(refused)).containsEntry("code", "ORGANIZATION_REQUIRED");
        assertThat(as(tenant.viewer(), HttpRequest.GET("/api/v1/auth/me")).code())
                .as("where no organization is needed")
                .isEqualTo(200);
        assertThat(as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + viewer))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void theLastWhoManagesCanNeitherLeaveNorBeDemoted() {
        as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(tenant.approver())));
        as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(tenant.platformAdmin())));
        var last = memberOf(tenant.owner());
        assertThat(as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + last))
                        .code())
                .isEqualTo(409);
        var byPlatform = tenant.as(tenant.platformAdmin(), change(last, "viewer"));
        assertThat(http.send(byPlatform.header(
                                "x-standard-tenant-id", tenant.organizationId().toString()))
                        .code())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoDemoteEachOtherOneSucceeds() throws Exception {
        as(tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(tenant.platformAdmin())));
        var owner = memberOf(tenant.owner());
        var approver = memberOf(tenant.approver());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> as(tenant.owner(), change(approver, "viewer")).code(),
                    () -> as(tenant.approver(), change(owner, "viewer")).code()));
            var codes = List.of(both.get(0).get(), both.get(1).get());
            assertThat(codes).containsOnlyOnce(200);
        }
    }

    @Test
    void std2_anotherOrganizationsMembersAreNotThere() {
        var other = tenants.create();
        var theirs = memberOf(tenant.viewer());
        for (var id : List.of(theirs, UUID.randomUUID())) {
            assertThat(http.send(other.as(other.owner(), change(id, "member"))).code())
                    .isEqualTo(404);
            assertThat(http.send(other.as(other.owner(), HttpRequest.DELETE("/api/v1/members/" + id)))
                            .code())
                    .isEqualTo(404);
        }
        for (var id : List.of(tenant.organizationId(), UUID.randomUUID())) {
            var path = "/api/v1/organizations/" + id + "/members";
            assertThat(http.send(other.as(other.owner(), HttpRequest.GET(path))).code())
                    .isEqualTo(404);
        }
    }

    @Test
    void std112_machinesManageNobody() {
        assertThat(as(tenant.machine(), HttpRequest.GET(members())).code()).isEqualTo(403);
        assertThat(as(tenant.machine(), HttpRequest.POST(members(), Map.of("email", address, "role", "owner")))
                        .code())
                .isEqualTo(403);
    }

    @Test
    void std8_noSecretStandsInTheRecords() throws SQLException {
        var token = Http.body(invite("member")).get("invitation_token").toString();
        accept(token, PASSWORD);
        signIn();
        var key = as(tenant.owner(), HttpRequest.POST("/api/v1/api-keys", Map.of("name", "CI")));
        try (var connection = TestDatabase.instance().owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(r::text, ' ') FROM audit_record r")) {
            rows.next();
            assertThat(rows.getString(1))
                    .contains("membership.created")
                    .doesNotContain(token)
                    .doesNotContain(PASSWORD)
                    .doesNotContain(address)
                    .doesNotContain(Http.body(key).get("key").toString());
        }
    }
}
