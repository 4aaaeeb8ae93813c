package eu.bekaa.standard.bench;

import eu.bekaa.standard.bench.coldstart.ColdStart;
import java.nio.file.Path;
import java.util.List;

/// Runs the benchmarks whose title is given, or all.
public final class Main {
    private static final List<Benchmark> ALL = List.of(new ColdStart());

    private Main() {}

    /// @param arguments a title, or nothing
    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 ? "" : arguments[0].strip();
        var page = new Page(Path.of("docs/benchmarks.md"));
        for (Benchmark benchmark : ALL) {
            if (wanted.isEmpty() || benchmark.title().equalsIgnoreCase(wanted)) {
                var rows = benchmark.run();
                System.out.println(Page.section(benchmark, rows));
                page.put(benchmark, rows);
            }
        }
        System.exit(0);
    }
}
