package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark.Row;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Launch.Start;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.lambdaruntime.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The starts of one function, measured by turns with its peers.
final class Starts {
    private static final int WARM = 300;
    private static final double MEGABYTE = 1e6;
    /// What is not there may be asked for.
    private static final Pattern REFUSED = Pattern.compile("\"statusCode\":(4(?!04)|5)");

    private final Subject subject;
    private final Task task;
    private final Launch tuned;
    private final Samples cold = new Samples();
    private final Samples untuned = new Samples();
    private final Samples floor = new Samples();
    private final Samples hello = new Samples();
    private final Samples restored = new Samples();
    private final Samples first = new Samples();
    private final Samples classData = new Samples();
    private final Samples ahead = new Samples();

    Starts(Subject subject, Task task, Map<String, String> environment) {
        this.subject = subject;
        this.task = task;
        this.tuned = Launch.of(subject.name(), subject.handler(), environment).withMemory(subject.memoryMb());
    }

    List<Row> measured(Peers peers, int rounds) throws IOException {
        var archive = trained("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");
        var cache = trained("-XX:AOTCacheOutput=", "-XX:AOTCache=");
        for (int round = 0; round < rounds; round++) {
            untuned.add(firstAnswer(task, tuned.with(List.of()), subject.event()));
            cold.add(firstAnswer(task, tuned, subject.event()));
            floor.add(peers.floor().firstAnswer());
            hello.add(peers.hello().firstAnswer());
            restore();
            if (subject.image()) {
                classData.add(firstAnswer(task, archive, subject.event()));
                ahead.add(firstAnswer(task, cache, subject.event()));
            }
        }
        return rows(Warm.measured(task, tuned, subject.event(), WARM));
    }

    private List<Row> rows(Warm warm) throws IOException {
        var name = "**" + subject.name() + "**, " + megabytes(subject.zip("arm64")) + " MB arm64 / "
                + megabytes(subject.zip("x86_64")) + " MB x86-64";
        var rows = new ArrayList<Row>();
        rows.add(row(name + ": restored against default", restored, untuned, "default", Bar.atMost(0.35)));
        rows.add(row(subject.name() + ": tuned against default", cold, untuned, "default", null));
        if (subject.image()) {
            rows.add(row(subject.name() + ": image, class-data archive", classData, untuned, "default", null));
            rows.add(row(subject.name() + ": image, AOT cache", ahead, untuned, "default", Bar.atMost(0.35)));
        }
        rows.add(row(subject.name() + ": tuned against hello", cold, hello, "hello", Bar.atMost(1.4)));
        rows.add(row(subject.name() + ": tuned against the floor", cold, floor, "plain Java", null));
        rows.add(new Row(
                subject.name() + ": first event after restore",
                milliseconds(first.median()),
                milliseconds(warm.latency().median()) + " (warm p50)",
                ratio(first.median(), warm.latency().median()),
                Bar.atMost(2).verdict(first.median() / warm.latency().median()),
                first.spread() + " s",
                load()));
        rows.add(new Row(
                subject.name() + ": warm",
                "p50 " + milliseconds(warm.latency().median()) + ", p99 "
                        + milliseconds(warm.latency().quantile(0.99)) + ", RSS "
                        + Math.round(warm.residentBytes() / MEGABYTE) + " MB",
                "180 MB",
                ratio(warm.residentBytes() / MEGABYTE, 180),
                "RSS " + Bar.atMost(180).in("MB").verdict(warm.residentBytes() / MEGABYTE),
                "n=" + WARM,
                load()));
        return rows;
    }

    static double firstAnswer(Task task, Launch launch, String event) {
        var start = System.nanoTime();
        try (var sandbox = Sandbox.start(task, launch)) {
            ask(sandbox, event);
            return ColdStart.seconds(start);
        }
    }

    /// @throws IllegalStateException when the function refuses: something else would be measured then
    static void ask(Sandbox sandbox, String event) {
        var answer = new String(sandbox.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        if (REFUSED.matcher(answer).find()) {
            throw new IllegalStateException(answer);
        }
    }

    private void restore() {
        try (var sandbox = Sandbox.start(task, tuned.withSnapStart())) {
            sandbox.awaitCheckpoint();
            var start = System.nanoTime();
            sandbox.restore();
            sandbox.awaitReady();
            var ready = System.nanoTime();
            ask(sandbox, subject.event());
            first.add(ColdStart.seconds(ready));
            restored.add(ColdStart.seconds(start));
        }
    }

    /// Has the JVM write an archive of what a run has loaded.
    /// @return a start that uses it
    private Launch trained(String write, String use) {
        if (!subject.image()) {
            return tuned;
        }
        var image = tuned.by(Start.IMAGE);
        var file = task.directory().resolve("trained" + write.length());
        try (var sandbox = Sandbox.start(task, image.with(plus(write + file)))) {
            ask(sandbox, subject.event());
            sandbox.stop();
        }
        return image.with(plus(use + file));
    }

    private static List<String> plus(String option) {
        return Stream.concat(Launch.TUNED.stream(), Stream.of(option)).toList();
    }

    private static Row row(String what, Samples product, Samples peer, String called, @Nullable Bar bar) {
        return new Row(
                what,
                String.format(Locale.ROOT, "%.2f s", product.median()),
                String.format(Locale.ROOT, "%.2f s (%s)", peer.median(), called),
                ratio(product.median(), peer.median()),
                bar == null ? "measured" : bar.verdict(product.median() / peer.median()),
                product.spread() + " s",
                load());
    }

    private static String ratio(double product, double floor) {
        return String.format(Locale.ROOT, "%.2f", product / floor);
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f ms", seconds * 1000);
    }

    private static String megabytes(Path zip) throws IOException {
        return String.format(Locale.ROOT, "%.0f", Files.size(zip) / MEGABYTE);
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
