package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.Api;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The local platform in a process of its own, as a person starts it: it can be stopped, and killed.
final class RunningPlatform implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 240;

    private final Process process;
    private final Path home;
    private final List<Thread> readers;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    private RunningPlatform(Process process, Path home) {
        this.process = process;
        this.home = home;
        // reading a pipe holds a virtual thread's carrier, and there are as few as cores
        this.readers = Stream.of(process.getInputStream(), process.getErrorStream())
                .map(stream -> Thread.ofPlatform().daemon().start(() -> read(stream)))
                .toList();
    }

    /// Starts it without waiting.
    static RunningPlatform launch(Path home, Map<String, String> settings) throws IOException {
        return launch(home, settings, Main.class);
    }

    /// Starts it by another program than its own, which is one of the tests'.
    static RunningPlatform launch(Path home, Map<String, String> settings, Class<?> program) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // nobody stays long enough for the optimizing compiler
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                productClassPath() + (program == Main.class ? "" : File.pathSeparator + alone(home, program)),
                program.getName()));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("STANDARD_"));
        builder.environment().put("STANDARD_HOME", home.toString());
        builder.environment().putAll(settings);
        return new RunningPlatform(builder.start(), home);
    }

    /// Starts it without the demo on a free port, and waits until it is ready.
    static RunningPlatform start(Path home) throws Exception {
        return start(home, freePort());
    }

    /// Starts it without the demo, and waits until it is ready.
    static RunningPlatform start(Path home, int port) throws Exception {
        return launch(home, Map.of("STANDARD_PORT", Integer.toString(port), "STANDARD_DEMO", "false"))
                .awaitReady();
    }

    /// A person of this platform, signed in.
    /// @param organization the organization to work in, empty for none
    Api signIn(People person, String organization) {
        var environment = environment();
        return Api.signIn(
                URI.create(environment.get("STANDARD_URL")),
                JsonMapper.createDefault(),
                organization,
                environment.get(person.emailVariable()),
                environment.get(person.passwordVariable()));
    }

    RunningPlatform awaitReady() throws InterruptedException {
        await("Standard is ready: ");
        return this;
    }

    /// Waits until it has said a line that begins so.
    void await(String beginning) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
            if (says(beginning)) {
                return;
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                exitCode();
                break;
            }
        }
        throw new IllegalStateException("The platform did not get ready:\n" + text());
    }

    boolean says(String beginning) {
        return said(beginning).isPresent();
    }

    /// What follows the beginning in the first line that begins so.
    Optional<String> said(String beginning) {
        return List.copyOf(output).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst();
    }

    String text() {
        return String.join("\n", List.copyOf(output));
    }

    EnvironmentFile environment() {
        return EnvironmentFile.at(home.resolve("standard.env"));
    }

    /// What Ctrl-C and a service manager do.
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /// The JVM is gone at once; its PostgreSQL is not.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The platform does not end:\n" + text());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /// The PostgreSQL servers that work in this platform's home.
    List<ProcessHandle> servers() {
        var data = home.resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(candidate -> candidate.info().commandLine().orElse("").contains("-D " + data))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// What the product runs with: the fixtures stay behind, or they would hand it a database of their own.
    private static String productClassPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes")
                        && !entry.contains("shared/testing")
                        && !entry.contains("shared-testing"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// A class path of one class, without the tests around it.
    private static Path alone(Path home, Class<?> program) throws IOException {
        var place = home.resolve("program");
        var file = place.resolve(program.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (var bytes = program.getResourceAsStream(program.getSimpleName() + ".class")) {
            Files.copy(Objects.requireNonNull(bytes), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return place;
    }

    private void read(InputStream stream) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            output.add("(output ended: " + ended.getMessage() + ")");
        }
    }
}
