package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What pages of other origins may do in a browser (contract §1.1).
@MicronautTest(transactional = false)
class BrowserTest {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    AuditLog log;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    private static MutableHttpRequest<?> preflight(String origin) {
        return HttpRequest.OPTIONS("/api/v1/api-keys")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-standard-tenant-id,idempotency-key");
    }

    private MutableHttpRequest<?> creation() {
        return tenant.as(
                tenant.owner(),
                HttpRequest.POST(
                        "/api/v1/api-keys", Map.of("name", "made in a browser", "scopes", List.of("scf:read"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://standard.bekaa.eu", "https://standard-web.pages.dev", "http://localhost:5173"})
    void aPreflightOfAKnownPageIsAnsweredWithoutCredentials(String origin) {
        var response = http.send(preflight(origin));
        assertThat(response.code()).isEqualTo(204);
        assertThat(response.header(ALLOW_ORIGIN)).isEqualTo(origin);
        assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(response.header("Access-Control-Allow-Methods")).contains("POST", "PATCH", "DELETE");
        assertThat(response.header("Access-Control-Allow-Headers"))
                .contains("Content-Type", "Authorization", "X-Trace-Id", "X-Tenant-Id", "x-standard-tenant-id")
                .contains("Idempotency-Key", "If-Match", "If-None-Match");
        assertThat(response.header("X-RateLimit-Limit")).as("not counted").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://standard.bekaa.eu.evil.example",
                "http://standard.bekaa.eu",
                "null"
            })
    void aPageThatIsNotKnownGetsNoCorsHeaders(String origin) {
        for (var request : List.of(
                preflight(origin),
                tenant.as(
                        tenant.viewer(),
                        HttpRequest.GET("/api/v1/organizations").header("Origin", origin)))) {
            var response = http.send(request);
            assertThat(response.getHeaders().names())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
            assertThat(response.header("Vary")).contains("Origin");
        }
    }

    @Test
    void aKnownPageReadsAnswersAndRefusals() {
        var origin = "https://standard.bekaa.eu";
        var read = http.send(tenant.as(
                tenant.viewer(), HttpRequest.GET("/api/v1/organizations").header("Origin", origin)));
        var refused = http.send(HttpRequest.GET("/api/v1/organizations").header("Origin", origin));
        assertThat(read.code()).isEqualTo(200);
        assertThat(refused.code()).isEqualTo(401);
        for (var response : List.of(read, refused)) {
            assertThat(response.header(ALLOW_ORIGIN)).isEqualTo(origin);
            assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
            assertThat(response.header("Access-Control-Expose-Headers"))
                    .contains("ETag", "Link", "Location", "X-Trace-Id", "RateLimit", "X-RateLimit-Remaining")
                    .contains("Retry-After", "Idempotent-Replayed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1"})
    void aForeignPageChangesNothingWithACookie(String origin) {
        var refused = http.send(creation().header("Origin", origin));
        assertThat(refused.code()).isEqualTo(403);
        assertThat(Http.error(refused)).containsEntry("code", "FORBIDDEN");
        var denied = new AuditLog.Filter(null, null, "security.access_denied", null, null);
        assertThat(log.page(tenant.auditor(), denied, new PageRequest(5, null)).data())
                .hasSize(1);
    }

    @Test
    void aForeignPageThatHidesItsOriginIsToldByTheBrowser() {
        assertThat(http.send(creation().header("Sec-Fetch-Site", "cross-site")).code())
                .isEqualTo(403);
        assertThat(http.send(creation().header("Sec-Fetch-Site", "same-origin")).code())
                .isEqualTo(201);
    }

    @Test
    void aKnownPageTheServersOwnPagesAndProgramsChangeWhatTheyMay() {
        assertThat(http.send(creation().header("Origin", "http://localhost:5173"))
                        .code())
                .isEqualTo(201);
        assertThat(http.send(creation().header("Origin", "https://api.example").header("Host", "api.example"))
                        .code())
                .isEqualTo(201);
        assertThat(http.send(creation()).code()).isEqualTo(201);
    }

    @Test
    void aMachineKeyIsNoCookieAndNeedsNoOrigin() {
        var request = HttpRequest.GET("/api/v1/auth/me").header("Origin", "https://evil.example");
        assertThat(http.send(tenant.as(tenant.machine(), request)).code()).isEqualTo(200);
    }

    @Test
    void aForeignPageSignsNobodyIn() {
        var request = HttpRequest.POST("/api/v1/auth/sign-in", Map.of("email", "a@b.c", "password", "x"));
        assertThat(http.send(request.header("Origin", "https://evil.example")).code())
                .isEqualTo(403);
    }
}
