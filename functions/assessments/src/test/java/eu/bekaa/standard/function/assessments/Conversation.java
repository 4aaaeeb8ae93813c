package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What one person or machine says to the API, and the answer that is expected.
record Conversation(Http http, Tenant tenant, Caller caller) {
    Conversation as(Caller other) {
        return new Conversation(http, tenant, other);
    }

    Map<String, Object> get(String path) {
        return answer(200, HttpRequest.GET("/api/v1" + path));
    }

    Map<String, Object> post(int status, String path, Map<String, ?> body) {
        return answer(status, HttpRequest.POST("/api/v1" + path, body));
    }

    Map<String, Object> patch(int status, String path, Map<String, ?> body) {
        return answer(status, HttpRequest.PATCH("/api/v1" + path, body));
    }

    /// The rows of a list.
    List<Map<String, Object>> list(String path) {
        return rows(get(path), "data");
    }

    /// The status of a GET.
    int status(String path) {
        return http.send(tenant.as(caller, HttpRequest.GET("/api/v1" + path))).code();
    }

    /// The code of a refused POST.
    String refused(int status, String path, Map<String, ?> body) {
        return code(post(status, path, body));
    }

    /// The code of a refused PATCH.
    String refusedPatch(int status, String path, Map<String, ?> body) {
        return code(patch(status, path, body));
    }

    Map<String, Object> answer(int status, MutableHttpRequest<?> request) {
        HttpResponse<Map<String, Object>> response = http.send(tenant.as(caller, request));
        assertThat(response.code())
                .as(() -> request.getPath() + ": " + response.getBody(Map.class))
                .isEqualTo(status);
        return Http.body(response);
    }

    /// An answer without a body.
    void answerEmpty(int status, MutableHttpRequest<?> request) {
        assertThat(status(request)).isEqualTo(status);
    }

    int status(MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request)).code();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> answer, String field) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get(field), field);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> answer, String field) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get(field), field);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> error(Map<String, Object> answer) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get("error"));
    }

    static String code(Map<String, Object> answer) {
        return text(error(answer), "code");
    }

    static String text(Map<String, Object> answer, String field) {
        return Objects.requireNonNull(answer.get(field), field).toString();
    }
}
