package eu.bekaa.standard.function.local;

import eu.bekaa.standard.localcloud.LocalDatabase;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.testing.AwsEnvironment;
import eu.bekaa.standard.testing.LocalStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A platform for the end-to-end test, wherever the build says: in a process of its own, with LocalStack for S3 and
/// SQS, or deployed.
/// @param variable what its `standard.env` says
record PlatformSomewhere(UnaryOperator<String> variable, AutoCloseable running) implements AutoCloseable {
    private static final Map<String, String> LIMITS = Map.of(
            "STANDARD_RATE_LIMITS_DOCUMENTS", "100000",
            "STANDARD_RATE_LIMITS_ADMIN", "100000",
            "STANDARD_RATE_LIMITS_RENDER", "100000",
            "STANDARD_RATE_LIMITS_AGENT_RUNS", "100000",
            "STANDARD_RATE_LIMITS_OTHERS", "100000");

    static PlatformSomewhere open(Path home) throws Exception {
        return switch (AwsEnvironment.chosen()) {
            case EMBEDDED -> inItsOwnProcess(home);
            case LOCALSTACK -> onLocalStack(home);
            case ACCOUNT ->
                new PlatformSomewhere(
                        name -> Objects.requireNonNull(System.getenv(name), name + " is not set."), () -> {});
        };
    }

    String get(String name) {
        return variable.apply(name);
    }

    @Override
    public void close() throws Exception {
        running.close();
    }

    private static PlatformSomewhere inItsOwnProcess(Path home) throws Exception {
        var settings = new TreeMap<>(LIMITS);
        settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
        settings.put("STANDARD_DEMO", "false");
        var platform = RunningPlatform.launch(home, settings).awaitReady();
        var environment = platform.environment();
        return new PlatformSomewhere(environment::get, platform);
    }

    private static PlatformSomewhere onLocalStack(Path directory) throws Exception {
        LIMITS.forEach((name, value) -> System.setProperty(
                name.toLowerCase(Locale.ROOT)
                        .replace("standard_rate_limits_", "standard.rate-limits.")
                        .replace('_', '-'),
                value));
        var names = Arrays.stream(Queue.values()).map(Parts::queueName).toList();
        var teardown = new Teardown();
        var aws = teardown.add(LocalStack.start(names, Duration.ofSeconds(30), Parts.queueName(Queue.UPLOADS)));
        var home = teardown.add(Home.take(directory));
        var database = teardown.add(LocalDatabase.at(home.database(), home.binaries()));
        var platform = Platform.start(
                new Settings(RunningPlatform.freePort(), directory, false),
                home,
                new Parts(database, aws.queues(), aws.properties(), () -> {}),
                teardown,
                new Console(System.out, false));
        return new PlatformSomewhere(platform.environment()::get, teardown);
    }
}
