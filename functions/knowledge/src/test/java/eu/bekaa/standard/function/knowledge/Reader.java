package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Somebody who asks a knowledge base with one policy in it, in an organization of their own.
@Prototype
final class Reader {
    final Tenant tenant;
    final UUID assessment;
    final UUID document;
    private final Http http;

    Reader(Http http, Library library, Tenants tenants) {
        this.http = http;
        this.tenant = tenants.create();
        this.assessment = library.assessment(tenant.assessor());
        this.document = library.policy(tenant.assessor(), assessment, "access.md", (Library.ACCESS + "\n").repeat(40));
    }

    HttpResponse<Map<String, Object>> get(String path) {
        return send(tenant, HttpRequest.GET(path));
    }

    HttpResponse<Map<String, Object>> send(Tenant by, MutableHttpRequest<?> request) {
        return http.send(by.as(by.assessor(), request));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> hits(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("data"));
    }
}
