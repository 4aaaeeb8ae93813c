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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class TenantTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    AuditLog log;

    private Tenant tenant;
    private Tenant other;

    @BeforeEach
    void twoOrganizations() {
        tenant = tenants.create();
        other = tenants.create();
    }

    private HttpResponse<Map<String, Object>> as(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    private HttpResponse<Map<String, Object>> asAdmin(MutableHttpRequest<?> request) {
        return as(tenant.platformAdmin(), request);
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(HttpResponse<Map<String, Object>> list) {
        return ((List<Map<String, Object>>) Http.body(list).get("data"))
                .stream().map(entry -> entry.get("organization_id").toString()).toList();
    }

    private HttpResponse<Map<String, Object>> put(UUID id, Map<String, ?> body) {
        return asAdmin(HttpRequest.PUT("/api/v1/tenants/" + id, body));
    }

    private List<String> actions(Tenant of) {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(of.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(record -> record.action())
                .toList();
    }

    @Test
    void aPlatformAdministratorSeesAllTenantsAndEveryoneElseTheirOwn() {
        var mine = tenant.organizationId().toString();
        var theirs = other.organizationId().toString();
        assertThat(ids(asAdmin(HttpRequest.GET("/api/v1/tenants")))).contains(mine, theirs);
        assertThat(ids(as(tenant.owner(), HttpRequest.GET("/api/v1/tenants")))).containsExactly(mine);

        assertThat(Http.body(asAdmin(HttpRequest.GET("/api/v1/tenants/" + theirs))))
                .containsEntry("organization_id", theirs)
                .containsKeys("slug", "name")
                .containsEntry("status", "active");
        for (var id : List.of(theirs, UUID.randomUUID().toString())) {
            assertThat(as(tenant.owner(), HttpRequest.GET("/api/v1/tenants/" + id))
                            .code())
                    .isEqualTo(404);
        }
        assertThat(as(tenant.machine(), HttpRequest.GET("/api/v1/tenants")).code())
                .isEqualTo(403);
    }

    @Test
    void aTenantIsMadeAndItsFirstOwnerInvited() {
        var slug = "new-" + UUID.randomUUID();
        for (var path : List.of("/api/v1/tenants", "/api/v1/organizations")) {
            var name = slug + path.length();
            var made = asAdmin(HttpRequest.POST(path, Map.of("slug", name, "name", "New")));
            assertThat(made.code()).isEqualTo(201);
            var id = Http.body(made).get("organization_id");
            assertThat(made.header("Location")).isEqualTo(path + "/" + id);
            assertThat(asAdmin(HttpRequest.POST(path, Map.of("slug", name, "name", "Twice")))
                            .code())
                    .isEqualTo(409);

            var invitation = Map.of("email", "owner-" + UUID.randomUUID() + "@example.org", "role", "owner");
            var members = "/api/v1/organizations/" + id + "/members";
            var elsewhere = asAdmin(HttpRequest.POST(members, invitation));
            assertThat(Http.error(elsewhere)).containsEntry("code", "TENANT_MISMATCH");
            var invited = asAdmin(HttpRequest.POST(members, invitation).header("x-standard-tenant-id", id.toString()));
            assertThat(invited.code()).isEqualTo(201);
        }
    }

    @Test
    void onlyPlatformAdministratorsMakeAndChangeTenants() {
        var creation = Map.of("slug", "mine-" + UUID.randomUUID(), "name", "Mine");
        for (var request : List.of(
                HttpRequest.POST("/api/v1/tenants", creation),
                HttpRequest.POST("/api/v1/organizations", creation),
                HttpRequest.PUT("/api/v1/tenants/" + tenant.organizationId(), Map.of("name", "Mine")))) {
            assertThat(as(tenant.owner(), request).code()).isEqualTo(403);
        }
        assertThat(actions(tenant))
                .filteredOn("security.permission_denied"::equals)
                .hasSize(3);
    }

    @Test
    void aTenantIsChangedAsItWasSeenOnly() {
        var path = "/api/v1/tenants/" + other.organizationId();
        var seen = asAdmin(HttpRequest.GET(path)).header("ETag");
        assertThat(asAdmin(HttpRequest.PUT(path, Map.of("name", "As seen")).header("If-Match", seen))
                        .code())
                .isEqualTo(200);
        assertThat(asAdmin(HttpRequest.PUT(path, Map.of("name", "Stale")).header("If-Match", seen))
                        .code())
                .isEqualTo(412);
        assertThat(Http.body(asAdmin(HttpRequest.GET(path)))).containsEntry("name", "As seen");
    }

    @Test
    void aTenantIsRenamed() {
        var renamed = put(other.organizationId(), Map.of("name", "Another name"));
        assertThat(Http.body(renamed)).containsEntry("name", "Another name").containsEntry("status", "active");
        assertThat(actions(other)).contains("organization.updated");
        assertThat(actions(tenant)).contains("platform_admin.acted");
        assertThat(put(UUID.randomUUID(), Map.of("name", "Nobody")).code()).isEqualTo(404);
        assertThat(put(other.organizationId(), Map.of()).code()).isEqualTo(400);
        assertThat(put(other.organizationId(), Map.of("status", "gone")).code()).isEqualTo(400);
        assertThat(put(Caller.PLATFORM, Map.of("status", "suspended")).code())
                .as("the platform itself")
                .isEqualTo(404);
    }

    @Test
    void aSuspendedTenantLetsNobodyInAtOnce() {
        assertThat(http.send(other.as(other.owner(), HttpRequest.GET("/api/v1/api-keys")))
                        .code())
                .isEqualTo(200);
        put(other.organizationId(), Map.of("status", "suspended"));

        for (var caller : List.of(other.owner(), other.viewer(), other.machine())) {
            var refused = http.send(other.as(
                    caller,
                    HttpRequest.GET("/api/v1/auth/me")
                            .header(
                                    "x-standard-tenant-id",
                                    other.organizationId().toString())));
            assertThat(refused.code()).isEqualTo(403);
            assertThat(Http.error(refused)).containsEntry("code", "FORBIDDEN");
        }
        assertThat(http.send(other.as(other.owner(), HttpRequest.GET("/api/v1/api-keys")))
                        .code())
                .isEqualTo(403);
        assertThat(ids(http.send(other.as(other.owner(), HttpRequest.GET("/api/v1/organizations")))))
                .as("where they belong is no secret to them")
                .containsExactly(other.organizationId().toString());

        put(other.organizationId(), Map.of("status", "active"));
        assertThat(http.send(other.as(other.machine(), HttpRequest.GET("/api/v1/auth/me")))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void aPlatformAdministratorInAnotherOrganizationIsAuditedThere() {
        var request = HttpRequest.GET("/api/v1/api-keys")
                .header("x-standard-tenant-id", other.organizationId().toString());
        assertThat(asAdmin(request).code()).isEqualTo(200);
        assertThat(actions(other)).containsExactly("platform_admin.acted");
    }

    @Test
    void std1_whoeverBelongsToSeveralOrganizationsNamesOne() throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var move = connection.prepareStatement("UPDATE membership SET organization_id = ? WHERE user_id = ?")) {
            move.setObject(1, other.organizationId());
            move.setObject(2, tenant.viewer().actor().id());
            move.executeUpdate();
        }
        var refused = as(tenant.viewer(), HttpRequest.GET("/api/v1/api-keys"));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(Http.error(refused)).containsEntry("code", "TENANT_CONTEXT_REQUIRED");
        var named = HttpRequest.GET("/api/v1/api-keys")
                .header("X-Tenant-Id", other.organizationId().toString());
        assertThat(as(tenant.viewer(), named).code()).isEqualTo(200);
    }

    @Test
    void std7_anAccountThatIsNotActiveIsRefusedAndRecorded() throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var update = connection.prepareStatement("UPDATE app_user SET status = 'pending' WHERE user_id = ?")) {
            update.setObject(1, tenant.viewer().actor().id());
            update.executeUpdate();
        }
        var refused = as(tenant.viewer(), HttpRequest.GET("/api/v1/auth/me"));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(Http.error(refused)).containsEntry("code", "ACCOUNT_PENDING_APPROVAL");
        assertThat(actions(tenant)).contains("security.access_denied");
    }
}
