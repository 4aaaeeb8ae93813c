package eu.bekaa.standard.bench.imports;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.testing.Samples;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The SCF 2022.3 workbook, imported again and again under new labels.
public final class ScfImport implements Benchmark {
    private static final String SAMPLE = "scf/Secure Controls Framework (SCF) - 2022.3.xlsx";
    private static final int PAIRS = 42_756;
    private static final int AGAIN = 3;
    private static final double NANOS = 1e9;

    @Override
    public String title() {
        return "SCF import";
    }

    @Override
    public String explanation() {
        return """
                SCF 2022.3 (1,090 controls, 192 mapping columns), imported under a new label each time, in a JVM with 256 MB of heap, every commit \
                on the disk. *Job* is what the import's job does: fetch, read, check, load. *Upload to loaded* is what a person waits for: the workbook \
                is read once more when it is accepted, so that every oddity is told at once. The floor reads the same cells with POI's event reader and \
                writes controls, requirements and pairs by COPY into tables with the same keys, and checks nothing.""";
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx256m", "-D" + TestDatabase.DURABLE + "=true");
    }

    @Override
    public List<Row> run() throws Exception {
        var sample = Samples.path(SAMPLE).orElse(null);
        if (sample == null) {
            return List.of(Row.skipped("Import", "skipped: the workbook is not on this machine"));
        }
        try (var context = ApplicationContext.run();
                var floor = CopyFloor.prepare(sample, mappingHeaders(sample))) {
            return measured(context, sample, floor);
        }
    }

    private static List<Row> measured(ApplicationContext context, Path sample, CopyFloor floor) throws Exception {
        var imports = new Imports(context, sample);
        var start = System.nanoTime();
        var cold = imports.accept("cold");
        imports.load(cold);
        var coldSeconds = (System.nanoTime() - start) / NANOS;
        var pairs = imports.statistics(cold).mappings();
        var whole = Duel.of(" s", () -> imports.timed("warm"), floor::load);
        var job = new Duel(imports.jobs(), whole.floor(), " s");
        var again = Duel.of(AGAIN, " s", () -> imports.timedAgain("warm 1"), floor::load);
        var changed = imports.lastStatistics().rowsWritten();
        var bar = new Bar(Bar.Side.AT_MOST, 3, "");
        var absolute = Bar.atMost(2).in("s");
        return List.of(
                job.row("Job, warm", "parse + COPY", bar),
                whole.row(
                        "Upload to loaded, warm",
                        "parse + COPY",
                        absolute.verdict(whole.product().median())),
                again.row("Same file and label again: " + changed + " rows changed", "parse + COPY", "0 rows"),
                new Row(
                        "First import of a JVM",
                        String.format(Locale.ROOT, "%.2f s", coldSeconds),
                        Duel.figure(whole.product().median()) + " s (warm)",
                        String.format(
                                Locale.ROOT,
                                "%.2f",
                                coldSeconds / whole.product().median()),
                        "",
                        "n=1",
                        Machine.load()),
                new Row(
                        "Pairs",
                        String.format(Locale.ROOT, "%,d", pairs),
                        String.format(Locale.ROOT, "%,d (floor)", floor.pairs()),
                        "",
                        pairs == PAIRS ? "42,756" : "42,756 **missed**",
                        "",
                        Machine.load()));
    }

    private static Set<String> mappingHeaders(Path sample) {
        return ScfWorkbook.read(sample).frameworks().stream()
                .map(framework -> framework.name())
                .collect(Collectors.toSet());
    }
}
