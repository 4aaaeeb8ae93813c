package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.observability.AlertRule;
import eu.bekaa.standard.platform.observability.Alerts;
import eu.bekaa.standard.platform.observability.DependencyHealth;
import eu.bekaa.standard.platform.observability.DependencyHealthService;
import eu.bekaa.standard.platform.observability.Metric;
import eu.bekaa.standard.platform.observability.Metrics;
import eu.bekaa.standard.platform.observability.NewAlertRule;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures, rules that watch them, and the state of what the product depends on (contract §16).
@Controller("/api/v1/observability")
@Tag(name = "Observability")
class ObservabilityController {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final Metrics metrics;
    private final Alerts alerts;
    private final DependencyHealthService health;

    ObservabilityController(Metrics metrics, Alerts alerts, DependencyHealthService health) {
        this.metrics = metrics;
        this.alerts = alerts;
        this.health = health;
    }

    @Get("/metrics")
    @Allowed("admin:read")
    @Operation(
            summary =
                    "Read figures: of this moment, or with from or to as they were, every five minutes for three days")
    List<Metric> metrics(
            Caller caller,
            @Nullable @QueryValue("metric_name") String metricName,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @Nullable @QueryValue Integer limit) {
        var most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw Refusal.invalid("limit", "limit lies between 1 and " + MOST + ".");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusal.invalid("to", "to lies after from.");
        }
        if (from != null || to != null) {
            return metrics.between(caller, metricName, from, to, most);
        }
        return metrics.now(caller).stream()
                .filter(metric -> metricName == null || metricName.equals(metric.metricName()))
                .limit(most)
                .toList();
    }

    @Get("/alerts")
    @Allowed("admin:read")
    @Operation(summary = "List the rules that watch figures, with their state")
    List<AlertRule> alerts(Caller caller) {
        return alerts.list(caller);
    }

    @Post("/alerts")
    @Allowed("admin:write")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Have a figure watched")
    AlertRule create(Caller caller, @Valid @Body NewAlertRule body) {
        return alerts.create(caller, body);
    }

    @Get("/health")
    @Allowed("admin:read")
    @Operation(summary = "Ask everything that the product depends on, and tell how long it took")
    DependencyHealth health(Caller caller) {
        return health.look(caller);
    }
}
