package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One person's calls, with what is expected of each.
record Calls(Http http, Tenant tenant, Caller caller) {
    Map<String, Object> get(String path) {
        return expect(200, http.send(tenant.as(caller, HttpRequest.GET("/api/v1" + path))));
    }

    int status(String path) {
        return http.send(tenant.as(caller, HttpRequest.GET("/api/v1" + path))).code();
    }

    Map<String, Object> post(int status, String path, Map<String, ?> body) {
        return expect(status, http.send(tenant.as(caller, HttpRequest.POST("/api/v1" + path, body))));
    }

    Map<String, Object> patch(int status, String path, Map<String, ?> body) {
        return expect(status, http.send(tenant.as(caller, HttpRequest.PATCH("/api/v1" + path, body))));
    }

    /// The code of a refused POST.
    String refused(int status, String path, Map<String, ?> body) {
        return code(post(status, path, body));
    }

    /// The code of a refused PATCH.
    String refusedPatch(int status, String path, Map<String, ?> body) {
        return code(patch(status, path, body));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String path) {
        return (List<Map<String, Object>>) Objects.requireNonNull(get(path).get("data"));
    }

    @SuppressWarnings("unchecked")
    static String code(Map<String, Object> refusal) {
        return Objects.requireNonNull(((Map<String, Object>) Objects.requireNonNull(refusal.get("error"))).get("code"))
                .toString();
    }

    static String text(Map<String, Object> body, String field) {
        return Objects.requireNonNull(body.get(field), field).toString();
    }

    private static Map<String, Object> expect(int status, HttpResponse<Map<String, Object>> response) {
        assertThat(response.code())
                .as(() -> response.getBody(Map.class).toString())
                .isEqualTo(status);
        return Http.body(response);
    }
}
