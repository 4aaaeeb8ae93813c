package eu.bekaa.standard.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// Where AWS keeps the figures of a stage.
/// @param cluster the database cluster's identifier
/// @param api     the HTTP API's id
record Metrics(Stage stage, String cluster, String api) {
    static final String COLD_START = "ColdStart";

    private static final Duration PERIOD = Duration.minutes(5);

    /// The product's own figures.
    static String namespace(Stage stage) {
        return "Standard/" + stage.name();
    }

    IMetric function(String name, String metric, String statistic) {
        return metric("AWS/Lambda", metric, statistic, Map.of("FunctionName", stage.named(name)));
    }

    IMetric queue(String name, String metric, String statistic) {
        return metric("AWS/SQS", metric, statistic, Map.of("QueueName", stage.named(name)));
    }

    IMetric api(String metric, String statistic) {
        return metric("AWS/ApiGateway", metric, statistic, Map.of("ApiId", api));
    }

    /// In per cent of all requests.
    IMetric apiFailures() {
        return MathExpression.Builder.create()
                .expression("100 * failures / requests")
                .usingMetrics(Map.of("failures", api("5xx", "Sum"), "requests", api("Count", "Sum")))
                .label("failures, %")
                .period(PERIOD)
                .build();
    }

    IMetric cluster(String metric, String statistic) {
        return metric("AWS/RDS", metric, statistic, Map.of("DBClusterIdentifier", cluster));
    }

    IMetric proxy(String metric, String statistic) {
        return metric("AWS/RDS", metric, statistic, Map.of("ProxyName", stage.named("proxy")));
    }

    /// How long functions took to come back from their snapshot, in ms.
    IMetric coldStart(String statistic) {
        return metric(namespace(stage), COLD_START, statistic, Map.of());
    }

    private static IMetric metric(String namespace, String metric, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .statistic(statistic)
                .dimensionsMap(dimensions)
                .period(PERIOD)
                .build();
    }
}
