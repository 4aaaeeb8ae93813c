package eu.bekaa.standard.lambdaruntime;

import eu.bekaa.standard.lambdaruntime.Launch.Start;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// One running copy of a function: a JVM with Lambda's runtime client on its class path and the unpacked zip as its
/// working directory, as on Lambda. It works on one event at a time.
public final class Sandbox implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final long PATIENCE_SECONDS = 120;
    /// The share of a function's memory that Lambda's runtime leaves to the heap.
    private static final int HEAP_PERCENT = 85;

    private static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private Sandbox(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
        var _ = process.onExit().thenAccept(ended -> api.gone("The function ended:\n" + output()));
    }

    /// Starts it without waiting.
    public static Sandbox start(Task task, Launch launch) {
        try {
            var arn = "arn:aws:lambda:eu-central-1:000000000000:function:" + launch.function();
            var api = new RuntimeApi(arn, TIMEOUT);
            var log = Files.createTempFile(launch.function(), ".log");
            var process = new ProcessBuilder(command(task, launch))
                    .directory(task.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            environment(process, task, launch, api);
            return new Sandbox(api, process.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Waits until the function asks for its first event; with SnapStart, until the snapshot is taken and brought back.
    public Sandbox awaitReady() {
        await(api.ready());
        return this;
    }

    /// Waits until the function is ready for its snapshot.
    public void awaitCheckpoint() {
        await(api.checkpoint());
    }

    /// Brings the function back from its snapshot.
    public void restore() {
        api.restore();
    }

    /// @return the function's answer
    /// @throws FunctionFailure what it reported instead
    public byte[] invoke(byte[] event) {
        try {
            return await(api.invoke(event));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped.", stopped);
        }
    }

    /// The function's process.
    public long pid() {
        return process.pid();
    }

    /// Resident memory in bytes.
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noLinux) {
            return 0;
        }
    }

    /// What the function has printed.
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /// Lets the function end by itself, which is when a JVM writes the archive it was asked for.
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
        try {
            Files.deleteIfExists(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof TimeoutException) {
                throw new FunctionFailure("No answer in " + PATIENCE_SECONDS + " seconds.");
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private static List<String> command(Task task, Launch launch) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:MaxRAM=" + launch.memoryMb() + "m");
        command.add("-XX:MaxRAMPercentage=" + HEAP_PERCENT);
        command.addAll(launch.options());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        var classPath = launch.start() == Start.IMAGE
                ? runtimeClassPath() + File.pathSeparator + task.classPath()
                : runtimeClassPath();
        command.addAll(List.of("-classpath", classPath, RUNTIME_CLIENT, launch.handler()));
        return command;
    }

    /// What Lambda has in `/var/runtime/lib`; the function's own jars come from its working directory.
    private static String runtimeClassPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> RUNTIME.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void environment(ProcessBuilder process, Task task, Launch launch, RuntimeApi api) {
        var environment = process.environment();
        environment.clear();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("_HANDLER", launch.handler());
        environment.put("LAMBDA_TASK_ROOT", task.directory().toString());
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", launch.function());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(launch.memoryMb()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + launch.function());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "loopback");
        environment.put(
                "AWS_LAMBDA_INITIALIZATION_TYPE", launch.start() == Start.SNAP_START ? "snap-start" : "on-demand");
        environment.putAll(launch.environment());
    }
}
