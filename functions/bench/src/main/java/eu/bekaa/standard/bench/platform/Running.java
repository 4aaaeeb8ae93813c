package eu.bekaa.standard.bench.platform;

import eu.bekaa.standard.bench.Machine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The local platform in a process of its own, started as `mvn -Prun` starts it, on files that are written through to
/// the disk. It ends with this JVM at the latest.
public final class Running implements AutoCloseable {
    private static final Pattern SETTING = Pattern.compile("export (\\w+)='([^']*)'");
    private static final Pattern USED = Pattern.compile(" used (\\d+)K");
    private static final double KILO = 1024;
    private static final int PATIENCE_SECONDS = 120;
    private static final String MANY = "100000000";

    private final Process process;
    private final Path home;
    private final int port;

    private Running(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /// Starts it in a fresh directory, without the demonstration and without limits, and waits until it is ready.
    public static Running start() throws Exception {
        return start(Map.of());
    }

    /// The same with some settings of its own.
    public static Running start(Map<String, String> settings) throws Exception {
        return start(Files.createTempDirectory("standard-bench"), settings);
    }

    /// @param home where it keeps its files
    public static Running start(Path home) throws Exception {
        return start(home, Map.of());
    }

    private static Running start(Path home, Map<String, String> settings) throws Exception {
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                java(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                classPath(),
                "eu.bekaa.standard.function.local.Main",
                "--with-parent"));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("STANDARD_"));
        environment.putAll(Map.of(
                "STANDARD_HOME",
                home.toString(),
                "STANDARD_PORT",
                Integer.toString(port),
                "STANDARD_DEMO",
                "false",
                "STANDARD_OUTBOUND_REACH",
                "any"));
        for (String category : List.of("DOCUMENTS", "KB_SEARCH", "AGENT_RUNS", "RENDER", "ADMIN", "OTHERS")) {
            environment.put("STANDARD_RATE_LIMITS_" + category, MANY);
        }
        environment.putAll(settings);
        var process = builder.redirectErrorStream(true).start();
        awaitReady(process);
        return new Running(process, home, port);
    }

    public int port() {
        return port;
    }

    /// A value of `standard.env`.
    public String setting(String name) throws IOException {
        for (var line : Files.readAllLines(home.resolve("standard.env"))) {
            var matcher = SETTING.matcher(line);
            if (matcher.matches() && matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        throw new IllegalStateException(name + " is not set");
    }

    /// A connection of the owner, who sees every organization: to fill in and to look.
    public Connection owner() throws SQLException, IOException {
        return DriverManager.getConnection(setting("STANDARD_DATABASE_URL"));
    }

    /// Where the application's role finds the database.
    public String applicationUrl() throws IOException {
        return setting("STANDARD_DATABASE_URL").replace("standard_owner", "standard_app");
    }

    /// What the JVM of the platform holds in memory now, PostgreSQL apart.
    public long residentMegabytes() {
        return Machine.residentMegabytes(process.pid());
    }

    /// What the JVM of the platform cannot let go of: its heap after a collection.
    public double heapMegabytes() throws IOException, InterruptedException {
        command("GC.run");
        var heap = command("GC.heap_info").split("Metaspace", 2)[0];
        return USED.matcher(heap)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)) / KILO)
                .sum();
    }

    private String command(String name) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), name)
                .redirectErrorStream(true)
                .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Ends it and keeps its files.
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process) throws InterruptedException {
        var ready = new CountDownLatch(1);
        var said = new ArrayList<String>();
        Thread.ofPlatform().daemon().start(() -> {
            try (var reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    said.add(line);
                    if (line.startsWith("Standard is ready: ")) {
                        ready.countDown();
                    }
                }
            } catch (IOException ended) {
                said.add(Objects.toString(ended.getMessage()));
            }
        });
        process.onExit().thenRun(ready::countDown);
        if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            throw new IllegalStateException("The platform did not start: " + said);
        }
    }

    /// Without the fixtures, which would hand the product a database of their own.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("shared/testing") && !entry.contains("shared-testing"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
