package eu.bekaa.standard.bench.start;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.localcloud.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The local platform, started again and again.
public final class Starts implements Benchmark {
    private static final int SECONDS = 6;
    private static final int MEGABYTES = 1200;

    @Override
    public String title() {
        return "Local start";
    }

    @Override
    public String explanation() {
        return """
                From the start of the JVM to the answer of `GET /health`, without the demonstration. *First* makes the database, the people and the key; \
                *again* finds them. The floor is PostgreSQL alone: unpacked, started and migrated, or started again, in this JVM, which is warm. \
                Most of the time goes into loading some twenty thousand classes: with a cache of them (`-XX:AOTCache`) the same platform starts again in 4.2 s \
                instead of 9.2 s, and an archive (`-XX:SharedArchiveFile`) halves what it computes until it is ready. None is used: both take nothing but \
                jars on the class path, where Maven puts directories, and writing one takes 8 to 30 s at a stop.""";
    }

    @Override
    public List<Row> run() throws Exception {
        var memory = new Samples();
        var kept = Files.createTempDirectory("standard-bench");
        var floor = Files.createTempDirectory("standard-floor");
        var first = Duel.of(
                " s",
                () -> {
                    var home = Files.createTempDirectory("standard-bench");
                    return started(home, memory);
                },
                () -> fresh());
        var again = Duel.of(" s", () -> restarted(kept), () -> opened(floor));
        delete(kept);
        delete(floor);
        return List.of(
                first.row(
                        "First start",
                        "PostgreSQL, made and migrated",
                        Bar.atMost(SECONDS).in("s").verdict(first.product().median())),
                again.row(
                        "Start again",
                        "PostgreSQL",
                        Bar.atMost(SECONDS).in("s").verdict(again.product().median())),
                new Row(
                        "Memory of the platform after its start",
                        Duel.figure(memory.median()) + " MB",
                        "",
                        "",
                        Bar.atMost(MEGABYTES).in("MB").verdict(memory.median()),
                        memory.spread(),
                        Machine.load()));
    }

    private static double started(Path home, Samples memory) throws Exception {
        long start = System.nanoTime();
        try (var platform = Running.start(home)) {
            var seconds = answered(platform, start);
            memory.add(platform.residentMegabytes());
            return seconds;
        }
    }

    private static double restarted(Path home) throws Exception {
        long start = System.nanoTime();
        var platform = Running.start(home);
        try {
            return answered(platform, start);
        } finally {
            platform.stop();
        }
    }

    private static double answered(Running platform, long start) throws IOException {
        try (var wire = new Wire(platform.port())) {
            int status = wire.send(Wire.request("GET", "/health", ""));
            if (status != 200) {
                throw new IllegalStateException("The platform is not healthy: " + status);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double fresh() throws IOException {
        var directory = Files.createTempDirectory("standard-floor");
        var seconds = opened(directory);
        delete(directory);
        return seconds;
    }

    private static double opened(Path directory) {
        long start = System.nanoTime();
        LocalDatabase.at(directory.resolve("postgres"), directory.resolve("programs"))
                .close();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
