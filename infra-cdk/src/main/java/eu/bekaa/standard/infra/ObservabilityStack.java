package eu.bekaa.standard.infra;

import eu.bekaa.standard.queue.Queue;
import java.util.Arrays;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// What wakes somebody up, and what they look at then. Things are named, not referred to: no stack is held in place by
/// an alarm on it.
final class ObservabilityStack extends Stack {
    /// Longer than any queue's function may take.
    private static final Duration STALE = Duration.minutes(30);

    private final Stage stage;
    private final Topic topic;
    private final Metrics metrics;

    ObservabilityStack(Construct scope, Stage stage, FunctionsStack functions, StackProps properties) {
        super(scope, stage.named("observability"), properties);
        this.stage = stage;
        metrics = new Metrics(stage, Cluster.identifier(this, stage), functions.api.api.getApiId());
        topic = Topic.Builder.create(this, "Alarms")
                .topicName(stage.named("alarms"))
                .enforceSsl(true)
                .build();
        if (stage.alarmEmail() != null) {
            topic.addSubscription(new EmailSubscription(stage.alarmEmail()));
        }
        Deployables.ALL.forEach(this::watch);
        Arrays.stream(Queue.values()).forEach(this::watch);
        watchTheApi();
        watchTheDatabase();
        new Board(this, stage, metrics);
    }

    private void watch(Deployable function) {
        var name = function.name();
        alarm(name + "-errors", metrics.function(name, "Errors", "Sum"), 1, 1, "An invocation of " + name + " failed.");
        alarm(
                name + "-throttles",
                metrics.function(name, "Throttles", "Sum"),
                1,
                3,
                "Invocations of " + name + " are turned away.");
        if (function.trigger() instanceof Trigger.Requests) {
            alarm(
                    name + "-slow",
                    metrics.function(name, "Duration", "p99"),
                    3000,
                    3,
                    "One request in a hundred to " + name + " takes three seconds or more.");
        }
        if (function.trigger() instanceof Trigger.Clock) {
            silence(name);
        }
    }

    /// Without the clock nothing that was lost is rung for again.
    private void silence(String name) {
        Alarm.Builder.create(this, name + "-silent")
                .alarmName(stage.named(name + "-silent"))
                .alarmDescription("The clock has not ticked for ten minutes.")
                .metric(metrics.function(name, "Invocations", "Sum"))
                .threshold(1)
                .evaluationPeriods(2)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.BREACHING)
                .build()
                .addAlarmAction(new SnsAction(topic));
    }

    private void watch(Queue queue) {
        alarm(
                queue + "-dead",
                metrics.queue(queue + "-dead", "ApproximateNumberOfMessagesVisible", "Maximum"),
                1,
                1,
                "Messages of " + queue + " were delivered too often and put aside. The guide says how to replay them.");
        alarm(
                queue + "-stale",
                metrics.queue(queue.toString(), "ApproximateAgeOfOldestMessage", "Maximum"),
                STALE.toSeconds().intValue(),
                2,
                "A message of " + queue + " has waited for half an hour.");
    }

    private void watchTheApi() {
        alarm(
                "api-failures",
                metrics.apiFailures(),
                1,
                2,
                "One request in a hundred fails with a status of 500 or more.");
        alarm(
                "api-slow",
                metrics.api("Latency", "p99"),
                5000,
                3,
                "One request in a hundred takes five seconds or more.");
        alarm("cold-starts", metrics.coldStart("p99"), 2000, 3, "Functions take two seconds or more to wake up.");
    }

    private void watchTheDatabase() {
        alarm(
                "database-full",
                metrics.cluster("ACUUtilization", "Average"),
                90,
                3,
                "The database is near the most capacity it may take.");
        alarm(
                "database-pinned",
                metrics.proxy("DatabaseConnectionsCurrentlySessionPinned", "Maximum"),
                10,
                3,
                "Functions hold database connections that the proxy cannot share.");
    }

    private void alarm(String name, IMetric metric, int threshold, int periods, String description) {
        Alarm.Builder.create(this, name)
                .alarmName(stage.named(name))
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(periods)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(new SnsAction(topic));
    }
}
