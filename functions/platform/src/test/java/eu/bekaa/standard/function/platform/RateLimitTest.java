package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two instances of the product on one database (contract §1.4).
class RateLimitTest {
    private static final int LIMIT = 12;

    private static EmbeddedServer one;
    private static EmbeddedServer other;

    private final HttpClient client = HttpClient.newHttpClient();
    private Tenant tenant;

    @BeforeAll
    static void start() {
        one = instance();
        other = instance();
    }

    private static EmbeddedServer instance() {
        var settings = Map.<String, Object>of(
                "test.clock",
                "stopped",
                "micronaut.server.port",
                -1,
                "standard.rate-limits.others",
                LIMIT,
                "standard.rate-limits.documents",
                3);
        return ApplicationContext.builder()
                .environments("test")
                .propertySources(PropertySource.of("limits", settings, 10_000))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void anOrganization() {
        tenant = one.getApplicationContext().getBean(Tenants.class).create();
    }

    private HttpResponse<String> get(EmbeddedServer server, Caller caller, String path) throws Exception {
        var credentials = tenant.as(caller, HttpRequest.GET("/")).getHeaders();
        var request = java.net.http.HttpRequest.newBuilder(URI.create(server.getURL() + path));
        for (var name : List.of("Cookie", "Authorization")) {
            if (credentials.contains(name)) {
                request.header(name, String.valueOf(credentials.get(name)));
            }
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("(absent)");
    }

    private static void advance(Duration duration) {
        for (var server : List.of(one, other)) {
            server.getApplicationContext().getBean(SettableClock.class).advance(duration);
        }
    }

    private void useUp(Caller caller) throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(get(i % 2 == 0 ? one : other, caller, "/api/v1/organizations")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void instancesShareOneCount() throws Exception {
        useUp(tenant.viewer());

        for (var server : List.of(one, other)) {
            var refused = get(server, tenant.viewer(), "/api/v1/organizations");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"RATE_LIMIT_EXCEEDED\"").contains("trace_id");
            assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
        }
    }

    @Test
    void ofRequestsAtOnceAsManyPassAsTheLimitSays() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> request =
                    () -> get(one, tenant.machine(), "/api/v1/auth/me").statusCode();
            Callable<Integer> elsewhere =
                    () -> get(other, tenant.machine(), "/api/v1/auth/me").statusCode();
            var all = new java.util.ArrayList<Callable<Integer>>();
            for (int i = 0; i < LIMIT; i++) {
                all.add(request);
                all.add(elsewhere);
            }
            var passed = 0;
            for (var outcome : threads.invokeAll(all)) {
                passed += outcome.get() == 200 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(LIMIT);
        }
    }

    @Test
    void theNextWindowBeginsAnew() throws Exception {
        useUp(tenant.viewer());
        assertThat(get(one, tenant.viewer(), "/api/v1/organizations").statusCode())
                .isEqualTo(429);
        advance(Duration.ofSeconds(60));
        assertThat(get(one, tenant.viewer(), "/api/v1/organizations").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoAsksTooMuchCostsNobodyElseAnything() throws Exception {
        useUp(tenant.viewer());
        assertThat(get(one, tenant.viewer(), "/api/v1/organizations").statusCode())
                .isEqualTo(429);

        assertThat(get(one, tenant.auditor(), "/api/v1/organizations").statusCode())
                .isEqualTo(200);
        assertThat(get(one, tenant.viewer(), "/api/v1/documents/" + UUID.randomUUID())
                        .statusCode())
                .as("another category")
                .isEqualTo(404);
        tenant = one.getApplicationContext().getBean(Tenants.class).create();
        assertThat(get(one, tenant.viewer(), "/api/v1/organizations").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsRefusedIsNotLookedUpAgainBeforeTheWindowEnds() throws Exception {
        var path = "/api/v1/organizations";
        advance(Duration.ofSeconds(60));
        useUp(tenant.viewer());
        assertThat(get(one, tenant.viewer(), path).statusCode()).isEqualTo(429);
        endSessions(tenant.viewer());

        var refused = get(one, tenant.viewer(), path);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "RateLimit")).startsWith("\"others\";r=0;t=");
        assertThat(get(other, tenant.viewer(), path).statusCode())
                .as("an instance that has not refused them looks")
                .isEqualTo(401);
        advance(Duration.ofSeconds(60));
        assertThat(get(one, tenant.viewer(), path).statusCode()).isEqualTo(401);
    }

    private static void endSessions(Caller caller) throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var delete = connection.prepareStatement("DELETE FROM session WHERE user_id = ?")) {
            delete.setObject(1, caller.actor().id());
            assertThat(delete.executeUpdate()).isPositive();
        }
    }

    @Test
    void aRefusalIsAuditedOncePerWindow() throws Exception {
        useUp(tenant.viewer());
        for (int i = 0; i < 3; i++) {
            get(one, tenant.viewer(), "/api/v1/organizations");
            get(other, tenant.viewer(), "/api/v1/organizations");
        }
        var blocked = new AuditLog.Filter(null, null, "security.rate_limit_exceeded", null, null);
        var page = one.getApplicationContext()
                .getBean(AuditLog.class)
                .page(tenant.auditor(), blocked, new PageRequest(10, null));
        assertThat(page.data()).singleElement().satisfies(record -> {
            assertThat(record.outcome()).isEqualTo("blocked");
            assertThat(record.actorId()).isEqualTo(tenant.viewer().actor().id());
            assertThat(record.metadataSafe()).containsEntry("category", "others");
        });
    }

    @Test
    void theHeadersSayWhereTheCallerStands() throws Exception {
        get(one, tenant.viewer(), "/api/v1/documents/" + UUID.randomUUID());
        var second = get(other, tenant.viewer(), "/api/v1/documents/" + UUID.randomUUID());
        assertThat(header(second, "X-RateLimit-Limit")).isEqualTo("3");
        assertThat(header(second, "X-RateLimit-Remaining")).isEqualTo("1");
        var reset = header(second, "X-RateLimit-Reset");
        assertThat(header(second, "RateLimit-Policy")).isEqualTo("\"documents\";q=3;w=60");
        assertThat(header(second, "RateLimit")).isEqualTo("\"documents\";r=1;t=" + reset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/api/v1/health",
                "/api/v1/organizations",
                "/api/v1/nowhere",
                "/api/v1/tenants/not-an-id",
                "/api/v1/organizations/01936b3e-8f00-7abc-9def-0123456789ab/members",
                "/api/v1/observability/audit?limit=-1"
            })
    void everyAnswerHasThem(String path) throws Exception {
        var anonymous = client.send(
                java.net.http.HttpRequest.newBuilder(URI.create(one.getURL() + path))
                        .build(),
                BodyHandlers.ofString());
        for (var response : List.of(anonymous, get(one, tenant.viewer(), path))) {
            for (var name : List.of(
                    "X-RateLimit-Limit",
                    "X-RateLimit-Remaining",
                    "X-RateLimit-Reset",
                    "RateLimit",
                    "RateLimit-Policy",
                    "X-Trace-Id")) {
                assertThat(response.headers().allValues(name))
                        .as(response.statusCode() + " " + name)
                        .hasSize(1);
            }
        }
    }

    @Test
    void strangersAreCountedByTheirAddress() throws Exception {
        advance(Duration.ofSeconds(60));
        var request = java.net.http.HttpRequest.newBuilder(URI.create(one.getURL() + "/api/v1/api-keys"))
                .header("Authorization", "Bearer standard_live_guessed")
                .build();
        for (int i = 0; i < LIMIT; i++) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(429);
        assertThat(get(one, tenant.viewer(), "/api/v1/organizations").statusCode())
                .as("someone known, at the same address")
                .isEqualTo(200);
        advance(Duration.ofSeconds(60));
    }
}
