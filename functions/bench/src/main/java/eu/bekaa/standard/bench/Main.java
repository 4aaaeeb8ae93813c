package eu.bekaa.standard.bench;

import eu.bekaa.standard.bench.audit.AuditLogs;
import eu.bekaa.standard.bench.coldstart.ColdStart;
import eu.bekaa.standard.bench.coldstart.MemorySizes;
import eu.bekaa.standard.bench.http.Requests;
import eu.bekaa.standard.bench.imports.ScfImport;
import eu.bekaa.standard.bench.ingestion.IngestionSpeed;
import eu.bekaa.standard.bench.lists.Lists;
import eu.bekaa.standard.bench.lists.Statements;
import eu.bekaa.standard.bench.neighbour.NoisyNeighbour;
import eu.bekaa.standard.bench.reports.Reports;
import eu.bekaa.standard.bench.search.RetrievalQuality;
import eu.bekaa.standard.bench.search.SearchSpeed;
import eu.bekaa.standard.bench.soak.Soak;
import eu.bekaa.standard.bench.start.Starts;
import eu.bekaa.standard.bench.webhooks.Webhooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Runs the benchmarks whose title contains the given word, or all but the longest, each in a JVM of its own.
public final class Main {
    private static final List<Benchmark> ALL = List.of(
            new ScfImport(),
            new Requests(),
            new Lists(),
            new Statements(),
            new AuditLogs(),
            new RetrievalQuality(),
            new SearchSpeed(),
            new IngestionSpeed(),
            new Webhooks(),
            new Reports(),
            new Starts(),
            new NoisyNeighbour(),
            new Soak(),
            new ColdStart(),
            new MemorySizes());

    /// Before a title: measure it in this JVM.
    private static final String HERE = "--here";

    /// No benchmark takes as long on an idle machine of two cores.
    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private Main() {}

    /// @param arguments a part of a title, or nothing
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals(HERE)) {
            try {
                measure(arguments[1]);
                System.exit(0);
            } catch (Exception failure) {
                // what the product has started would keep this JVM alive
                failure.printStackTrace();
                System.exit(1);
            }
        }
        var word = arguments.length == 0 ? "" : arguments[0].strip().toLowerCase(Locale.ROOT);
        var wanted = ALL.stream()
                .filter(benchmark -> word.isEmpty()
                        ? !benchmark.onlyWhenNamed()
                        : benchmark.title().toLowerCase(Locale.ROOT).contains(word))
                .toList();
        if (wanted.isEmpty()) {
            System.err.println("There is no such benchmark; there are "
                    + ALL.stream().map(Benchmark::title).toList() + ".");
            System.exit(1);
        }
        var began = Instant.now();
        var failed = new ArrayList<String>();
        for (Benchmark benchmark : wanted) {
            if (!launch(benchmark)) {
                failed.add(benchmark.title());
            }
        }
        System.out.printf(
                "All of it took %d s.%n", Duration.between(began, Instant.now()).toSeconds());
        if (!failed.isEmpty()) {
            System.err.println("These did not come to an end: " + failed);
            System.exit(1);
        }
    }

    /// @return whether it came to an end; the others are measured all the same
    private static boolean launch(Benchmark benchmark) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(benchmark.jvm());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dbench.rounds=" + Duel.ROUNDS,
                "-Dbench.times=" + Integer.getInteger("bench.times", 20),
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                HERE,
                benchmark.title()));
        var process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static void measure(String title) throws Exception {
        var benchmark = ALL.stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
        var began = Instant.now();
        var rows = benchmark.run();
        var took = Duration.between(began, Instant.now());
        var section = Page.section(benchmark, rows, took);
        System.out.println(section);
        new Page(Path.of("docs/benchmarks.md")).put(benchmark, section);
    }
}
