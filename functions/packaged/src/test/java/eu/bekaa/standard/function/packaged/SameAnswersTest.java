package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same request, once to the controllers behind Netty and once to the shipped zips behind the gateway, over the
/// same database: the answers are the same, byte for byte.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersTest {
    private static final String TRACE = "same-answers-1";
    /// What the door adds, what depends on the hour, and what a file in a jar has of its own.
    private static final Set<String> NOT_OURS =
            Set.of("date", "connection", "keep-alive", "transfer-encoding", "server", "accept-ranges", "last-modified");

    @Inject
    Tenants tenants;

    @Inject
    Cloud cloud;

    @Inject
    EmbeddedServer netty;

    private final HttpClient client = HttpClient.newHttpClient();
    private LambdaPlatform lambda;
    private Tenant tenant;

    @BeforeAll
    void deploy() {
        lambda = new LambdaPlatform(cloud.variables());
    }

    @AfterAll
    void undeploy() throws Exception {
        lambda.close();
        client.close();
    }

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    /// A request that may be sent twice.
    record Probe(String method, String path, Map<String, String> headers, byte[] body) {
        static Probe of(String method, String path) {
            return new Probe(method, path, Map.of(), new byte[0]);
        }

        static Probe of(String method, String path, String contentType, String body) {
            return new Probe(method, path, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
        }

        Probe with(String name, String value) {
            var more = new TreeMap<>(headers);
            more.put(name, value);
            return new Probe(method, path, more, body);
        }

        @Override
        public String toString() {
            return method + " " + path + " " + headers.keySet();
        }
    }

    static List<Probe> probes() {
        var json = "application/json";
        var form = "multipart/form-data; boundary=edge";
        var part =
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ü.txt\"\r\n\r\nÄ\r\n--edge--\r\n";
        return List.of(
                Probe.of("GET", "/health"),
                Probe.of("HEAD", "/health"),
                Probe.of("GET", "/api/v1/nowhere"),
                Probe.of("GET", "/nowhere/at/all"),
                Probe.of("DELETE", "/api/v1/api-keys"),
                Probe.of("GET", "/api/v1/api-keys").with("Accept", "application/problem+json"),
                Probe.of("GET", "/api/v1/api-keys?limit=2"),
                Probe.of("GET", "/api/v1/api-keys?limit=nonsense"),
                Probe.of("GET", "/api/v1/api-keys?limit=0&cursor=%00%C3%BC%2B%20"),
                Probe.of("GET", "/api/v1/observability/audit?unknown=1"),
                Probe.of("GET", "/api/v1/observability/audit?action=a,b&limit=1,2"),
                Probe.of("GET", "/api/v1/observability/audit?action=a%2Cb&limit=2"),
                Probe.of("GET", "/api/v1/api-keys?limit=1&limit=2"),
                Probe.of("GET", "/api/v1/api-keys?limit&cursor="),
                Probe.of("GET", "/openapi.json"),
                Probe.of("HEAD", "/api/v1/openapi.json"),
                Probe.of("GET", "/docs"),
                Probe.of("GET", "/redoc"),
                Probe.of("GET", "/docs/errors"),
                Probe.of("GET", "/docs-assets/swagger-ui/res/favicon-32x32.png"),
                Probe.of("GET", "/docs-assets/swagger-ui/res/nothing.js"),
                Probe.of("GET", "/api/v1/organizations"),
                Probe.of("HEAD", "/api/v1/organizations"),
                Probe.of("GET", "/api/v1/assessments?limit=1"),
                Probe.of("GET", "/api/v1/assessments/00000000-0000-0000-0000-000000000000"),
                Probe.of("GET", "/api/v1/assessments/not-an-id"),
                Probe.of("GET", "/api/v1/scf/versions"),
                Probe.of("GET", "/api/v1/documents/00000000-0000-0000-0000-000000000000/download"),
                Probe.of("POST", "/api/v1/api-keys", json, "{\"name\":\"\"}"),
                Probe.of("POST", "/api/v1/api-keys", json, "{\"name\":\"ü\",\"colour\":\"red\"}"),
                Probe.of("POST", "/api/v1/api-keys", json, "{\"name\":1.5,"),
                Probe.of("POST", "/api/v1/api-keys", "text/plain", "name=x"),
                Probe.of("POST", "/api/v1/assessments", json, "[]"),
                Probe.of("POST", "/api/v1/assessments", json, "null"),
                Probe.of("POST", "/api/v1/assessments"),
                Probe.of("POST", "/api/v1/soa/00000000-0000-0000-0000-000000000000/submit-review"),
                Probe.of("POST", "/api/v1/soa/00000000-0000-0000-0000-000000000000/submit-review", json, ""),
                Probe.of(
                        "POST",
                        "/api/v1/auth/sign-in",
                        json,
                        "{\"email\":\"a@example.org\",\"password\":\"wrong wrong\"}"),
                Probe.of("POST", "/api/v1/admin/scf/import-xlsx/dry-run", form, part),
                Probe.of("POST", "/api/v1/admin/scf/import-xlsx/dry-run", form, ""),
                Probe.of("OPTIONS", "/api/v1/assessments")
                        .with("Origin", "http://localhost:5173")
                        .with("Access-Control-Request-Method", "POST"),
                Probe.of("GET", "/health").with("Origin", "http://localhost:5173"),
                Probe.of("GET", "/health").with("Origin", "https://elsewhere.example"));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void bothShapesAnswerAlike(Probe probe) throws Exception {
        for (var caller : List.of(tenant.platformAdmin(), tenant.viewer())) {
            compare(probe, credentials(tenant.as(caller, io.micronaut.http.HttpRequest.GET("/"))));
        }
        compare(probe, Map.of());
    }

    @Test
    void anUnchangedAnswerIsNotSentAgainInEitherShape() throws Exception {
        var credentials = credentials(tenant.as(tenant.viewer(), io.micronaut.http.HttpRequest.GET("/")));
        var probe = Probe.of("GET", "/api/v1/organizations");
        var tag = send(netty.getURI(), probe, credentials)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        compare(probe.with("If-None-Match", tag), credentials);
        assertThat(send(lambda.address(), probe.with("If-None-Match", tag), credentials)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void std5_aRefusalReplayedByTheOtherShapeIsTheSame() throws Exception {
        var credentials = credentials(tenant.as(tenant.approver(), io.micronaut.http.HttpRequest.GET("/")));
        var path = "/api/v1/api-keys/" + UUID.randomUUID() + "/rotate";
        var probe = Probe.of("POST", path, "application/json", "{\"grace_period_hours\":1}")
                .with("Idempotency-Key", "same-answers");
        var first = send(lambda.address(), probe, credentials);
        var again = send(netty.getURI(), probe, credentials);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(404);
        assertThat(again.body()).isEqualTo(first.body());
    }

    private void compare(Probe probe, Map<String, String> credentials) throws Exception {
        var expected = send(netty.getURI(), probe, credentials);
        var actual = send(lambda.address(), probe, credentials);
        var softly = new SoftAssertions();
        softly.assertThat(actual.statusCode()).as("status of %s", probe).isEqualTo(expected.statusCode());
        softly.assertThat(headers(actual)).as("headers of %s", probe).isEqualTo(headers(expected));
        softly.assertThat(new String(actual.body(), StandardCharsets.UTF_8))
                .as("body of %s", probe)
                .isEqualTo(new String(expected.body(), StandardCharsets.UTF_8));
        softly.assertAll();
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        var headers = new TreeMap<>(response.headers().map());
        // whether an empty answer says that it is empty is the door's affair, too
        headers.keySet()
                .removeIf(name -> NOT_OURS.contains(name)
                        || name.contains("ratelimit")
                        || response.body().length == 0 && name.equals("content-length"));
        return headers;
    }

    private HttpResponse<byte[]> send(URI base, Probe probe, Map<String, String> credentials) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + probe.path()))
                .method(probe.method(), BodyPublishers.ofByteArray(probe.body()))
                .header("X-Trace-Id", TRACE)
                .header("X-Forwarded-Proto", "https");
        probe.headers().forEach(request::header);
        credentials.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Map<String, String> credentials(MutableHttpRequest<?> request) {
        var headers = new TreeMap<String, String>();
        request.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }
}
