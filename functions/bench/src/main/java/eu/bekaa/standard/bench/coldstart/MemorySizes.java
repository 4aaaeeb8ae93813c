package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.lambdaruntime.Task;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a function's memory buys: its share of a core, and so how long somebody waits.
public final class MemorySizes implements Benchmark {
    private static final List<Integer> SIZES = List.of(512, 1024, 1769, 3008);
    private static final Set<String> FUNCTIONS = Set.of("docs", "platform", "documents", "assessments");
    private static final int WARMING = 200;
    private static final int EVENTS = 200;
    private static final double MEGABYTE = 1e6;
    /// A GB-second on arm64 in eu-central-1, in dollars (Lambda's price list, 2026).
    private static final double DOLLARS = 0.0000133334;

    @Override
    public String title() {
        return "Memory sizes";
    }

    @Override
    public String explanation() {
        return """
                The zips as above, restored from a snapshot and asked the same, with the share of a core that Lambda gives for the memory (1,769 MB are one; \
                a control group in turns of 20 ms; the database is not held back). *First* is the first event after the restore, the others come one after \
                another. A million is what a million such events cost by their median, the fee for requests apart. The peer is the same function with a \
                whole core. Needs root and the first version of Linux's control groups.""";
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1g");
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public List<Row> run() throws Exception {
        if (!ProcessorShare.isPossible()) {
            return List.of(Row.skipped("all", "this machine does not let shares of a core be kept"));
        }
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run()) {
            var environment = ColdStart.environment(context);
            var folder = Files.createTempDirectory("memory-sizes");
            for (var subject : ColdStart.subjects(ColdStart.key(context))) {
                if (FUNCTIONS.contains(subject.name())) {
                    var task = Task.unpack(subject.zip("x86_64"), folder.resolve(subject.name()));
                    rows.addAll(measured(subject, task, environment));
                }
            }
        }
        return rows;
    }

    private static List<Row> measured(Subject subject, Task task, Map<String, String> environment) throws IOException {
        var whole = measured(subject, task, environment, ProcessorShare.MB_OF_A_CORE);
        var rows = new ArrayList<Row>();
        for (int size : SIZES) {
            var share = size == ProcessorShare.MB_OF_A_CORE ? whole : measured(subject, task, environment, size);
            rows.add(share.row(subject, whole));
        }
        return rows;
    }

    private static Share measured(Subject subject, Task task, Map<String, String> environment, int size)
            throws IOException {
        var launch = Launch.of(subject.name(), subject.handler(), environment)
                .withMemory(size)
                .withSnapStart();
        var sandbox = Sandbox.start(task, launch);
        sandbox.awaitCheckpoint();
        try (var share = ProcessorShare.keep(size, sandbox.pid());
                sandbox) {
            sandbox.restore();
            sandbox.awaitReady();
            double first = asked(sandbox, subject);
            for (int i = 0; i < WARMING; i++) {
                asked(sandbox, subject);
            }
            var warm = new Samples();
            for (int i = 0; i < EVENTS; i++) {
                warm.add(asked(sandbox, subject));
            }
            return new Share(size, share.cores(), first, warm, sandbox.residentBytes());
        }
    }

    private static double asked(Sandbox sandbox, Subject subject) {
        var start = System.nanoTime();
        Starts.ask(sandbox, subject.event());
        return ColdStart.seconds(start) * 1000;
    }

    /// How a function did with some memory; times in milliseconds.
    private record Share(int size, double cores, double first, Samples warm, long residentBytes) {
        Row row(Subject subject, Share whole) {
            return new Row(
                    String.format(Locale.ROOT, "%s, %,d MB, %.2f cores", subject.name(), size, cores),
                    String.format(
                            Locale.ROOT,
                            "first %.0f ms, p50 %.1f ms, p99 %.1f ms, RSS %.0f MB, a million $%.2f",
                            first,
                            warm.median(),
                            warm.quantile(0.99),
                            residentBytes / MEGABYTE,
                            warm.median() * 1000 * size / 1024 * DOLLARS),
                    String.format(Locale.ROOT, "p50 %.1f ms (a whole core)", whole.warm.median()),
                    String.format(Locale.ROOT, "%.2f", warm.median() / whole.warm.median()),
                    "measured",
                    "n=" + EVENTS,
                    Machine.load());
        }
    }
}
