package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.observability.Observation;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ObservabilityTest {
    private static final String BASE = "/api/v1/observability";
    /// From how many milliseconds on an answer is slow.
    private static final long SLOW = 500;

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Observation observation;

    private Tenant tenant;

    @BeforeEach
    void anOrganization() {
        tenant = tenants.create();
    }

    private HttpResponse<Map<String, Object>> by(Caller caller, MutableHttpRequest<?> request) {
        return http.send(tenant.as(caller, request));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> data(HttpResponse<Map<String, Object>> answer) {
        assertThat(answer.code()).isEqualTo(200);
        return (List<Map<String, Object>>) Http.body(answer).get("data");
    }

    private void minute() {
        var schedule = new Actor.Worker(Caller.PLATFORM, "schedule");
        observation.observe(new Caller(Caller.PLATFORM, schedule, Set.of(), "schedule-test", null, null));
    }

    private static Map<String, Object> rule(String name, String metric, String operator, double threshold) {
        return Map.of(
                "name", name,
                "metric_name", metric,
                "operator", operator,
                "threshold", threshold,
                "window_seconds", 0,
                "severity", "high",
                "channel", "email");
    }

    @Test
    void figuresOfThisMomentAreForAdministratorsOfTheOrganization() {
        var audited = data(by(tenant.approver(), HttpRequest.GET(BASE + "/metrics?metric_name=audit.records")));
        assertThat(audited).singleElement().satisfies(metric -> {
            assertThat(metric).containsEntry("metric_type", "counter").containsEntry("unit", "records");
            assertThat(((Number) metric.get("metric_value")).doubleValue()).isGreaterThanOrEqualTo(0);
        });
        assertThat(by(tenant.viewer(), HttpRequest.GET(BASE + "/metrics")).code())
                .isEqualTo(403);
        assertThat(by(tenant.approver(), HttpRequest.GET(BASE + "/metrics?limit=0"))
                        .code())
                .isEqualTo(400);
    }

    @Test
    void aRuleTellsOnceWhenItTurnsAndNothingWhileItStays() {
        assertThat(by(tenant.approver(), HttpRequest.POST(BASE + "/alerts", rule("Any", "approvals.pending", "gte", 0)))
                        .code())
                .isEqualTo(201);
        assertThat(by(
                                tenant.approver(),
                                HttpRequest.POST(BASE + "/alerts", rule("None", "approvals.pending", "gt", 1000)))
                        .code())
                .isEqualTo(201);

        minute();
        minute();

        assertThat(data(by(tenant.approver(), HttpRequest.GET(BASE + "/alerts"))))
                .extracting(seen -> seen.get("name") + " " + seen.get("state"))
                .containsExactly("Any firing", "None ok");
        assertThat(data(by(tenant.approver(), HttpRequest.GET(BASE + "/audit?action=alert_rule.turned"))))
                .as("one change, told once")
                .hasSize(1);
    }

    @Test
    void aRuleWatchesAFigureThatExistsUnderANameOfItsOwn() {
        var refused = by(tenant.approver(), HttpRequest.POST(BASE + "/alerts", rule("Odd", "no.such", "gt", 1)));
        assertThat(refused.code()).isEqualTo(400);
        assertThat(Http.error(refused).toString()).contains("metric_name", "approvals.pending");

        by(tenant.approver(), HttpRequest.POST(BASE + "/alerts", rule("Twice", "approvals.pending", "gt", 1)));
        assertThat(by(tenant.approver(), HttpRequest.POST(BASE + "/alerts", rule("Twice", "kb.chunks", "gt", 1)))
                        .code())
                .isEqualTo(409);
        assertThat(by(tenant.assessor(), HttpRequest.POST(BASE + "/alerts", rule("No", "kb.chunks", "gt", 1)))
                        .code())
                .isEqualTo(403);
    }

    @Test
    @SuppressWarnings("unchecked")
    void healthNamesEveryDependencyWithItsLatency() {
        var health = Http.body(by(tenant.approver(), HttpRequest.GET(BASE + "/health")));
        // a busy machine may be slow, and then says so
        assertThat(health.get("overall")).isIn("healthy", "degraded");
        assertThat((List<Map<String, Object>>) health.get("dependencies"))
                .allSatisfy(one -> {
                    var slow = ((Number) one.get("latency_ms")).longValue() > SLOW;
                    assertThat(one).containsEntry("status", slow ? "degraded" : "healthy");
                })
                .extracting(one -> one.get("name"))
                .contains("database", "object_store", "queue");
        assertThat(by(tenant.viewer(), HttpRequest.GET(BASE + "/health")).code())
                .isEqualTo(403);
    }

    @Test
    void prometheusReadsTheOrganizationsFiguresAndAdministratorsTheProcess() {
        var text = http.send(tenant.as(tenant.machine(), HttpRequest.GET("/metrics")))
                .getBody(String.class)
                .orElseThrow();
        assertThat(text).contains("# TYPE standard_approvals_pending gauge", "standard_approvals_pending 0.0");
        assertThat(text).doesNotContain("jvm_");
    }
}
