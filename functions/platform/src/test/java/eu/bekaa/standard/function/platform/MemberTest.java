package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class MemberTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    MemberDesk desk;

    private UUID memberOf(Caller person) {
        return desk.list().stream()
                .filter(member -> person.actor().id().toString().equals(member.get("user_id")))
                .map(member -> UUID.fromString(member.get("member_id").toString()))
                .findFirst()
                .orElseThrow();
    }

    private MutableHttpRequest<?> change(UUID member, String role) {
        return HttpRequest.PATCH("/api/v1/members/" + member, Map.of("role", role));
    }

    @Test
    void anotherRoleCountsAtOnce() {
        assertThat(desk.as(desk.tenant.viewer(), HttpRequest.GET(desk.members()))
                        .code())
                .isEqualTo(403);
        var changed = desk.as(desk.tenant.owner(), change(memberOf(desk.tenant.viewer()), "admin"));
        assertThat(Http.body(changed)).containsEntry("role", "admin");
        assertThat(desk.as(desk.tenant.viewer(), HttpRequest.GET(desk.members()))
                        .code())
                .isEqualTo(200);
        assertThat(desk.actions()).contains("membership.role_changed");
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        var refused = desk.as(desk.tenant.owner(), change(memberOf(desk.tenant.owner()), "member"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(desk.actions()).contains("security.access_denied");
    }

    @Test
    void aRemovedMemberIsOutAtOnce() {
        var viewer = memberOf(desk.tenant.viewer());
        assertThat(desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + viewer))
                        .code())
                .isEqualTo(200);
        var refused = desk.as(desk.tenant.viewer(), HttpRequest.GET("/api/v1/api-keys"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(Http.error(refused)).containsEntry("code", "ORGANIZATION_REQUIRED");
        assertThat(desk.as(desk.tenant.viewer(), HttpRequest.GET("/api/v1/auth/me"))
                        .code())
                .as("where no organization is needed")
                .isEqualTo(200);
        assertThat(desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + viewer))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void theLastWhoManagesCanNeitherLeaveNorBeDemoted() {
        desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(desk.tenant.approver())));
        desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(desk.tenant.platformAdmin())));
        var last = memberOf(desk.tenant.owner());
        assertThat(desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + last))
                        .code())
                .isEqualTo(409);
        var byPlatform = desk.tenant.as(desk.tenant.platformAdmin(), change(last, "viewer"));
        assertThat(http.send(byPlatform.header(
                                "x-standard-tenant-id",
                                desk.tenant.organizationId().toString()))
                        .code())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoDemoteEachOtherOneSucceeds() throws Exception {
        desk.as(desk.tenant.owner(), HttpRequest.DELETE("/api/v1/members/" + memberOf(desk.tenant.platformAdmin())));
        var owner = memberOf(desk.tenant.owner());
        var approver = memberOf(desk.tenant.approver());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> desk.as(desk.tenant.owner(), change(approver, "viewer"))
                            .code(),
                    () -> desk.as(desk.tenant.approver(), change(owner, "viewer"))
                            .code()));
            var codes = List.of(both.get(0).get(), both.get(1).get());
            assertThat(codes).containsOnlyOnce(200);
        }
    }

    @Test
    void std2_anotherOrganizationsMembersAreNotThere() {
        var other = tenants.create();
        var theirs = memberOf(desk.tenant.viewer());
        for (var id : List.of(theirs, UUID.randomUUID())) {
            assertThat(http.send(other.as(other.owner(), change(id, "member"))).code())
                    .isEqualTo(404);
            assertThat(http.send(other.as(other.owner(), HttpRequest.DELETE("/api/v1/members/" + id)))
                            .code())
                    .isEqualTo(404);
        }
        for (var id : List.of(desk.tenant.organizationId(), UUID.randomUUID())) {
            var path = "/api/v1/organizations/" + id + "/members";
            assertThat(http.send(other.as(other.owner(), HttpRequest.GET(path))).code())
                    .isEqualTo(404);
        }
    }

    @Test
    void std112_machinesManageNobody() {
        assertThat(desk.as(desk.tenant.machine(), HttpRequest.GET(desk.members()))
                        .code())
                .isEqualTo(403);
        assertThat(desk.as(
                                desk.tenant.machine(),
                                HttpRequest.POST(desk.members(), Map.of("email", desk.address, "role", "owner")))
                        .code())
                .isEqualTo(403);
    }
}
