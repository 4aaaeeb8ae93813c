package eu.bekaa.standard.infra;

import eu.bekaa.standard.function.schedules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

/// The functions, what calls them, and the API in front of them: what changes with every release, and goes back
/// together when a part of it fails.
final class FunctionsStack extends Stack {
    private final Stage stage;
    private final StorageStack storage;
    final Map<String, ProductFunction> functions = new LinkedHashMap<>();
    final Api api;

    FunctionsStack(
            Construct scope,
            Stage stage,
            ProductFunction.Place place,
            DataStack data,
            StorageStack storage,
            StackProps properties) {
        super(scope, stage.named("functions"), properties);
        this.stage = stage;
        this.storage = storage;
        var grants = new Grants(stage, data, storage);
        var environment = variables(stage, data, storage);
        Deployables.ALL.stream()
                .filter(deployable -> !(deployable.trigger() instanceof Trigger.Deployment))
                .forEach(deployable -> functions.put(
                        deployable.name(),
                        new ProductFunction(
                                this,
                                stage,
                                deployable,
                                place,
                                environment,
                                grants.statements(deployable.permissions()))));
        functions.values().forEach(this::connect);
        api = new Api(this, stage, List.copyOf(functions.values()));
    }

    /// What the product must be told, wherever it runs.
    static Map<String, String> variables(Stage stage, DataStack data, StorageStack storage) {
        var environment = new TreeMap<String, String>();
        environment.put("DATASOURCES_DEFAULT_URL", Databases.url(data.proxy.getEndpoint(), Databases.APPLICATION));
        // API Gateway or the container's load balancer
        environment.put("STANDARD_EDGE_PROXIES", "1");
        environment.put("STANDARD_STORAGE_BUCKET", storage.bucket.getBucketName());
        environment.put("STANDARD_QUEUES_PREFIX", "standard-" + stage.name());
        environment.put("STANDARD_SECRETS_KMS_KEY", storage.secrets.getKeyArn());
        environment.put("STANDARD_AUDIT_SIGNING_KMS_KEY", storage.signing.getKeyArn());
        if (stage.emailFrom() != null) {
            environment.put("STANDARD_EMAIL_SENDER", "ses");
            environment.put("STANDARD_EMAIL_FROM", stage.emailFrom());
        }
        if (stage.bedrockModel() != null) {
            environment.put("STANDARD_LLM", "bedrock");
            environment.put("STANDARD_BEDROCK_MODEL", stage.bedrockModel());
            environment.put("STANDARD_BEDROCK_REGION", Stack.of(storage).getRegion());
        }
        return environment;
    }

    private void connect(ProductFunction function) {
        switch (function.deployable.trigger()) {
            case Trigger.Requests requests -> {
                // the API routes to it
            }
            case Trigger.Operator operator -> {
                // whoever may invoke functions invokes it
            }
            case Trigger.Deployment deployment ->
                throw new IllegalStateException(function.deployable.name() + " belongs beside the database.");
            case Trigger.Messages messages ->
                messages.queues()
                        .forEach(queue ->
                                function.alias.addEventSource(SqsEventSource.Builder.create(storage.queue(queue))
                                        .batchSize(1)
                                        .maxConcurrency(messages.atOnce())
                                        .reportBatchItemFailures(true)
                                        .build()));
            case Trigger.Clock clock -> clock.rules().forEach(rule -> tick(rule, function));
        }
    }

    private void tick(Rule rule, ProductFunction function) {
        software.amazon.awscdk.services.events.Rule.Builder.create(this, rule.name())
                .ruleName(stage.named(rule.word()))
                .schedule(Schedule.rate(Duration.seconds(rule.period().toSeconds())))
                .targets(List.of(LambdaFunction.Builder.create(function.alias)
                        // the next tick does what a lost one would have done
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(1))
                        .build()))
                .build();
    }
}
