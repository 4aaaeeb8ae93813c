package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An organization, and somebody who is to join it.
@Prototype
final class MemberDesk {
    static final String PASSWORD = "correct horse battery staple";

    final Tenant tenant;
    final String address = "grace-" + UUID.randomUUID() + "@example.org";
    private final Http http;
    private final AuditLog log;

    MemberDesk(Http http, Tenants tenants, AuditLog log) {
        this.http = http;
        this.log = log;
        this.tenant = tenants.create();
    }

    String members() {
        return "/api/v1/organizations/" + tenant.organizationId() + "/members";
    }

    HttpResponse<Map<String, Object>> as(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    HttpResponse<Map<String, Object>> invite(String role) {
        return as(tenant.owner(), HttpRequest.POST(members(), Map.of("email", address, "role", role)));
    }

    HttpResponse<Map<String, Object>> accept(Object token, String password) {
        return http.send(
                HttpRequest.POST("/api/v1/auth/accept-invitation", Map.of("token", token, "password", password)));
    }

    HttpResponse<Map<String, Object>> signIn() {
        return http.send(HttpRequest.POST("/api/v1/auth/sign-in", Map.of("email", address, "password", PASSWORD)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> member(HttpResponse<Map<String, Object>> invited) {
        return (Map<String, Object>) Http.body(invited).get("member");
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list() {
        return (List<Map<String, Object>>)
                Http.body(as(tenant.owner(), HttpRequest.GET(members()))).get("data");
    }

    List<String> actions() {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(tenant.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(record -> record.action())
                .toList();
    }
}
