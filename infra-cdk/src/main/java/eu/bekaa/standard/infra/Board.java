package eu.bekaa.standard.infra;

import eu.bekaa.standard.queue.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.constructs.Construct;

/// The dashboard, from the client inwards: requests, functions, queues, database.
final class Board extends Construct {
    private static final int HALF = 12;
    private static final int HEIGHT = 6;
    private static final String SLOWEST = """
            fields @timestamp, @log
            | filter type = 'platform.report'
            | stats count(*) as invocations, pct(record.metrics.durationMs, 50) as p50, pct(record.metrics.durationMs, 99) as p99,
                    max(record.metrics.restoreDurationMs) as slowest_restore, max(record.metrics.maxMemoryUsedMB) as memory by @log
            | sort p99 desc""";

    private final Metrics metrics;

    Board(Construct scope, Stage stage, Metrics metrics) {
        super(scope, "Board");
        this.metrics = metrics;
        var logs = Deployables.ALL.stream()
                .map(function -> "/aws/lambda/" + stage.named(function.name()))
                .toList();
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(stage.named(Stack.of(this).getRegion()))
                .widgets(List.of(
                        row(
                                graph(
                                        "Requests",
                                        metrics.api("Count", "Sum"),
                                        metrics.api("4xx", "Sum"),
                                        metrics.api("5xx", "Sum")),
                                graph("Latency, ms", metrics.api("Latency", "p50"), metrics.api("Latency", "p99"))),
                        row(functions("Errors", "Errors", "Sum"), functions("Duration p99, ms", "Duration", "p99")),
                        row(
                                functions("At once", "ConcurrentExecutions", "Maximum"),
                                graph(
                                        "Waking up, ms",
                                        metrics.coldStart("p50"),
                                        metrics.coldStart("p99"),
                                        metrics.coldStart("SampleCount"))),
                        row(
                                queues(
                                        "Waiting longest, s",
                                        queue -> metrics.queue(
                                                queue.toString(), "ApproximateAgeOfOldestMessage", "Maximum")),
                                queues(
                                        "Put aside",
                                        queue -> metrics.queue(
                                                queue + "-dead", "ApproximateNumberOfMessagesVisible", "Maximum"))),
                        row(
                                graph(
                                        "Database capacity, units and %",
                                        metrics.cluster("ServerlessDatabaseCapacity", "Average"),
                                        metrics.cluster("ACUUtilization", "Average")),
                                graph(
                                        "Connections",
                                        metrics.proxy("ClientConnections", "Maximum"),
                                        metrics.proxy("DatabaseConnections", "Maximum"),
                                        metrics.proxy("DatabaseConnectionsCurrentlySessionPinned", "Maximum"))),
                        List.of(LogQueryWidget.Builder.create()
                                .title("Functions, slowest first")
                                .logGroupNames(logs)
                                .queryString(SLOWEST)
                                .width(2 * HALF)
                                .height(HEIGHT)
                                .build())))
                .build();
    }

    private GraphWidget functions(String title, String metric, String statistic) {
        return graph(
                title,
                Deployables.ALL.stream()
                        .map(function -> metrics.function(function.name(), metric, statistic))
                        .toArray(IMetric[]::new));
    }

    private static GraphWidget queues(String title, Function<Queue, IMetric> metric) {
        return graph(title, Arrays.stream(Queue.values()).map(metric).toArray(IMetric[]::new));
    }

    private static GraphWidget graph(String title, IMetric... lines) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(lines))
                .width(HALF)
                .height(HEIGHT)
                .build();
    }

    private static List<IWidget> row(IWidget... widgets) {
        return List.of(widgets);
    }
}
