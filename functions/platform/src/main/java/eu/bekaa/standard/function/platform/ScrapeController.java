package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.observability.Metric;
import eu.bekaa.standard.platform.observability.Metrics;
import eu.bekaa.standard.web.Allowed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;

/// The organization's figures in the text format of Prometheus; for platform administrators also those of this process.
@Controller
@Tag(name = "Observability")
class ScrapeController {
    private final Metrics metrics;
    private final PrometheusMeterRegistry process;

    ScrapeController(Metrics metrics, PrometheusMeterRegistry process) {
        this.metrics = metrics;
        this.process = process;
    }

    @Get("/metrics")
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    @Allowed("metrics:read")
    @Operation(summary = "Read the figures of this moment in the text format of Prometheus")
    String scrape(Caller caller) {
        var figures = metrics.now(caller).stream().collect(Collectors.groupingBy(Metric::metricName));
        var text = new StringBuilder();
        figures.keySet().stream().sorted().forEach(name -> write(text, name, figures.getOrDefault(name, List.of())));
        if (caller.actor() instanceof Actor.Person person && person.platformAdmin()) {
            text.append(process.scrape());
        }
        return text.toString();
    }

    private static void write(StringBuilder text, String name, List<Metric> figures) {
        var spelt = "standard_" + name.replace('.', '_');
        text.append("# TYPE ")
                .append(spelt)
                .append(' ')
                .append(figures.getFirst().metricType())
                .append('\n');
        for (var figure : figures) {
            var labels = figure.dimensions().entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                    .sorted()
                    .collect(Collectors.joining(","));
            text.append(spelt)
                    .append(labels.isEmpty() ? "" : "{" + labels + "}")
                    .append(' ')
                    .append(figure.metricValue())
                    .append('\n');
        }
    }
}
