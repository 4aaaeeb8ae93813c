package eu.bekaa.standard.bench.lists;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.bench.lists.Operations.Operation;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Every list and aggregate of the API, with every value of every filter, over much data and half as much.
public final class Lists implements Benchmark {
    private static final int ASSESSMENTS = 200;
    private static final int ITEMS = 1090;
    private static final int WARM = 5;
    private static final int TIMES = Integer.getInteger("bench.times", 20);
    private static final String SALT = "lists";
    private static final int LIST_MILLIS = 50;
    private static final int AGGREGATE_MILLIS = 150;

    /// Words in the paths of what counts or compares instead of listing.
    private static final List<String> AGGREGATES = List.of(
            "summary",
            "coverage",
            "compliance",
            "validation",
            "cross-mapping",
            "diff",
            "status",
            "stats",
            "metrics",
            "verify");

    @Override
    public String title() {
        return "Lists and aggregates";
    }

    @Override
    public String explanation() {
        return """
                Every GET of the served API document over HTTP, one after the other, with every value of every filter and the longest page: %d \
                assessments of %,d items in one organization, every second with evidence, gaps, maturity and a plan (109,000 findings of each kind). A \
                line is an operation; its figure is the p95 of its slowest form, %d times each. The peer is the same with half the assessments: \
                the ratio is what doubling the data costs.""".formatted(ASSESSMENTS, ITEMS, TIMES);
    }

    private final Set<String> failed = new TreeSet<>();

    /// @param status of the answers
    private record Timing(String form, double p95, double median, int status) {}

    @Override
    public List<Row> run() throws Exception {
        try (var platform = Running.start();
                var wire = new Wire(platform.port())) {
            var organization = UUID.fromString(platform.setting("STANDARD_ORG_ID"));
            var seed = new Seed(platform.setting("STANDARD_DATABASE_URL"));
            seed.catalog();
            seed.assessments(organization, SALT, 1, ASSESSMENTS / 2, ITEMS);
            wire.send(Wire.request("GET", "/openapi.json", ""));
            var operations = new Operations(wire.body(), KnownIds.of(organization, SALT)).all();
            var cookie = Session.of(platform, "ADMIN");
            operations.forEach(operation -> timed(wire, cookie, operation, WARM));
            var half = timed(wire, cookie, operations);
            seed.assessments(organization, SALT, ASSESSMENTS / 2 + 1, ASSESSMENTS, ITEMS);
            var whole = timed(wire, cookie, operations);
            if (!failed.isEmpty()) {
                throw new IllegalStateException("These failed: " + String.join(" ", failed));
            }
            return rows(half, whole, platform);
        }
    }

    private static List<Row> rows(Map<String, Timing> half, Map<String, Timing> whole, Running platform) {
        var rows = new ArrayList<Row>();
        var refused = new TreeSet<String>();
        whole.forEach((path, timing) -> {
            if (timing.status() != 200) {
                refused.add(path + " " + timing.status());
                return;
            }
            var before = half.getOrDefault(path, timing);
            var bar = Bar.atMost(AGGREGATES.stream().anyMatch(path::contains) ? AGGREGATE_MILLIS : LIST_MILLIS)
                    .in("ms");
            rows.add(new Row(
                    "`" + path.replace("/api/v1", "") + "`" + query(timing.form()),
                    Duel.figure(timing.p95()) + " ms",
                    Duel.figure(before.p95()) + " ms (half)",
                    String.format(Locale.ROOT, "%.2f", timing.p95() / before.p95()),
                    bar.verdict(timing.p95()),
                    "p50 " + Duel.figure(timing.median()) + " ms, n=" + TIMES,
                    Machine.load()));
        });
        rows.add(new Row(
                "Memory of the platform after that",
                platform.residentMegabytes() + " MB",
                "",
                "",
                Bar.atMost(1200).in("MB").verdict(platform.residentMegabytes()),
                "",
                Machine.load()));
        if (!refused.isEmpty()) {
            rows.add(Row.skipped("Without data here", String.join(", ", refused)));
        }
        return rows;
    }

    private static String query(String form) {
        int at = form.indexOf('?');
        return at < 0 ? "" : " " + form.substring(at).replace("?limit=100", "").replaceFirst("^&", "");
    }

    private Map<String, Timing> timed(Wire wire, String cookie, List<Operation> operations) {
        var timings = new LinkedHashMap<String, Timing>();
        operations.forEach(operation -> timings.put(operation.path(), timed(wire, cookie, operation, TIMES)));
        return timings;
    }

    /// The slowest form that answers.
    private Timing timed(Wire wire, String cookie, Operation operation, int times) {
        var slowest = new Timing(operation.path(), 0, 0, 0);
        for (var form : operation.forms()) {
            var timing = timed(wire, Wire.request("GET", form, "", cookie), form, times);
            if (timing.status() >= 500) {
                failed.add(form);
            }
            if (slowest.status() == 0 || timing.status() == 200 && timing.p95() > slowest.p95()) {
                slowest = timing;
            }
        }
        return slowest;
    }

    private static Timing timed(Wire wire, byte[] request, String form, int times) {
        var samples = new Samples();
        int status = 0;
        try {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                status = wire.send(request);
                samples.add((System.nanoTime() - start) / 1e6);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(form, broken);
        }
        return new Timing(form, samples.quantile(0.95), samples.median(), status);
    }
}
