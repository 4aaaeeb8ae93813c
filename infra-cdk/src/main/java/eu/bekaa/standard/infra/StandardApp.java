package eu.bekaa.standard.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/// The stacks of one stage.
public final class StandardApp {
    /// Behaviour of the CDK that new projects should choose.
    private static final List<String> FLAGS = List.of(
            "@aws-cdk/core:enablePartitionLiterals",
            "@aws-cdk/aws-iam:minimizePolicies",
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
            "@aws-cdk/aws-lambda:recognizeLayerVersion",
            "@aws-cdk/aws-rds:databaseProxyUniqueResourceName");

    final App app;
    final Stage stage;
    final NetworkStack network;
    final DataStack data;
    final StorageStack storage;
    final FunctionsStack functions;
    final ObservabilityStack observability;
    /// Where the stage names an image.
    final @Nullable ContainerStack container;

    /// The templates fit any account and region: those of whoever deploys them.
    StandardApp(AppProps properties, Zips zips) {
        app = new App(properties);
        FLAGS.forEach(flag -> app.getNode().setContext(flag, true));
        // a stack that others read from cannot take away what they read
        app.getNode().setContext("@aws-cdk/core:defaultCrossStackReferences", "strong");
        stage = Stage.of(app.getNode());
        network = new NetworkStack(app, stage, properties("Network"));
        var place = new ProductFunction.Place(network, zips);
        data = new DataStack(app, stage, place, properties("Database, its proxy and its migrations"));
        storage = new StorageStack(app, stage, properties("Bucket and queues"));
        functions = new FunctionsStack(app, stage, place, data, storage, properties("Functions and API"));
        // the schema first
        functions.addStackDependency(data);
        observability = new ObservabilityStack(app, stage, functions, properties("Alarms and dashboard"));
        observability.addStackDependency(data);
        container = container();
        Tags.of(app).add("product", "standard");
        Tags.of(app).add("stage", stage.name());
        Exceptions.state(this);
        Aspects.of(app).add(new AwsSolutionsChecks());
    }

    /// Writes the templates of a stage, and the functions' code beside them, for the CDK's command line to deploy.
    /// @param arguments the stage's name, the project's root, and where to write
    public static void main(String[] arguments) throws IOException {
        var project = Path.of(arguments[1]);
        var properties = AppProps.builder()
                .context(settings(arguments[0], project))
                .outdir(arguments[2])
                .analyticsReporting(false)
                .build();
        new StandardApp(properties, Zips.built(project)).app.synth();
    }

    /// What `stages/<stage>.properties` says.
    static Map<String, Object> settings(String stage, Path project) throws IOException {
        var file = project.resolve("infra-cdk/stages").resolve(stage + ".properties");
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        var context = new TreeMap<String, Object>(Map.of("stage", stage));
        settings.stringPropertyNames().forEach(name -> context.put(name, settings.getProperty(name)));
        return context;
    }

    private @Nullable ContainerStack container() {
        var wanted = stage.container();
        if (wanted == null) {
            return null;
        }
        var made = new ContainerStack(
                app,
                stage,
                wanted,
                network,
                new Grants(stage, data, storage),
                FunctionsStack.variables(stage, data, storage),
                properties("Container"));
        made.addStackDependency(data);
        return made;
    }

    private StackProps properties(String what) {
        return StackProps.builder()
                .description("Standard: " + what)
                .terminationProtection(stage.isKept())
                .build();
    }
}
