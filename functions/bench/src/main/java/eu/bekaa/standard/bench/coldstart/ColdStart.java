package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.lambdaruntime.Task;
import eu.bekaa.standard.lambdaruntime.Variables;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// From the start of the JVM to the first answer, database connection included, through Lambda's runtime client.
public final class ColdStart implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM = 300;
    private static final double MEGABYTE = 1e6;

    @Override
    public String title() {
        return "Cold start";
    }

    @Override
    public String explanation() {
        return """
                Each zip as it is shipped (x86-64 here), started by Lambda's runtime client (RIC 2.9.0) on a loopback Runtime API and given one \
                event: an authenticated GET for the API, an unknown job for a queue, a tick for the schedule. *Default* is the same zip without JVM \
                options, *shipped* with `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC`, *restored* the first event after a SnapStart checkpoint and \
                restore of the same process (Lambda adds the time to load the snapshot). The floor is a plain-Java handler with the same AWS SDK and \
                driver and the shipped options. Warm figures are a closed loop of one.""";
    }

    @Override
    public List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run()) {
            var tenant = context.getBean(Tenants.class).create();
            var key = Objects.requireNonNull(
                    tenant.secrets().get(tenant.machine().actor().id()));
            var environment = environment(context);
            var folder = Files.createTempDirectory("cold-start");
            var plain = PlainTask.in(folder.resolve("plain"));
            for (Subject subject : subjects(key)) {
                if (Files.exists(subject.zip("x86_64"))) {
                    var task = Task.unpack(subject.zip("x86_64"), folder.resolve(subject.name()));
                    rows.addAll(measured(subject, task, plain, environment));
                }
            }
        }
        return rows;
    }

    private static List<Subject> subjects(String key) {
        var nobody = "019a9c2e-5e00-7d21-9b64-3c7d2f1e8b02";
        var jobs = "eu.bekaa.standard.queue.JobQueueHandler";
        return List.of(
                Subject.api("platform", "/api/v1/organizations", key),
                Subject.api("catalog", "/api/v1/scf/versions", key),
                Subject.api("documents", "/api/v1/documents/" + nobody, key),
                Subject.api("knowledge", "/api/v1/assessments/" + nobody + "/kb/status", key),
                Subject.api("assessments", "/api/v1/assessments", key),
                Subject.api("agents", "/api/v1/agents", key),
                Subject.jobs("ingestion", jobs, "extract_and_chunk"),
                Subject.jobs(
                        "embeddings",
                        "eu.bekaa.standard.function.embeddings.EmbeddingQueueHandler",
                        "prepare_embedding"),
                Subject.jobs("analysis", "eu.bekaa.standard.function.analysis.AnalysisQueueHandler", "render_report"),
                Subject.jobs("reports", "eu.bekaa.standard.function.reports.ReportsQueueHandler", "render_report"),
                Subject.jobs(
                        "deliveries", "eu.bekaa.standard.function.deliveries.DeliveryQueueHandler", "render_report"),
                Subject.schedule());
    }

    private static List<Row> measured(Subject subject, Task task, Task plain, Map<String, String> environment)
            throws IOException {
        var shipped = Launch.of(subject.name(), subject.handler(), environment);
        var untuned = shipped.with(List.of());
        var floor = Launch.of("plain", PlainHandler.class.getName(), environment);
        var cold = new Samples();
        var untunedCold = new Samples();
        var floorCold = new Samples();
        var restored = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            untunedCold.add(firstAnswer(task, untuned, subject.event()));
            cold.add(firstAnswer(task, shipped, subject.event()));
            floorCold.add(firstAnswer(plain, floor, subject.event()));
            restored.add(firstAfterRestore(task, shipped, subject.event()));
        }
        var warm = Warm.measured(task, shipped, subject.event(), WARM);
        var load = load();
        var name = "**" + subject.name() + "**, " + megabytes(subject.zip("arm64")) + " MB arm64 / "
                + megabytes(subject.zip("x86_64")) + " MB x86-64";
        return List.of(
                row(name + ": shipped against default", cold, untunedCold, "default", "≤ 0.35", load),
                row(subject.name() + ": shipped against the floor", cold, floorCold, "plain Java", "measured", load),
                new Row(
                        subject.name() + ": first event after restore",
                        String.format(Locale.ROOT, "%.0f ms", restored.median() * 1000),
                        String.format(
                                Locale.ROOT,
                                "%.1f ms (warm p50)",
                                warm.latency().median() * 1000),
                        ratio(restored.median(), warm.latency().median()),
                        "≤ 2",
                        restored.spread() + " s",
                        load),
                new Row(
                        subject.name() + ": warm",
                        String.format(
                                Locale.ROOT,
                                "p50 %.1f ms, p99 %.1f ms, RSS %.0f MB",
                                warm.latency().median() * 1000,
                                warm.latency().quantile(0.99) * 1000,
                                warm.residentBytes() / MEGABYTE),
                        "180 MB",
                        ratio(warm.residentBytes() / MEGABYTE, 180),
                        "RSS ≤ 180 MB",
                        "n=" + WARM,
                        load));
    }

    private static Row row(String what, Samples product, Samples floor, String peer, String bar, String load) {
        return new Row(
                what,
                String.format(Locale.ROOT, "%.2f s", product.median()),
                String.format(Locale.ROOT, "%.2f s (%s)", floor.median(), peer),
                ratio(product.median(), floor.median()),
                bar,
                product.spread() + " s",
                load);
    }

    private static double firstAnswer(Task task, Launch launch, String event) {
        var start = System.nanoTime();
        try (var sandbox = Sandbox.start(task, launch)) {
            sandbox.invoke(event.getBytes(StandardCharsets.UTF_8));
            return seconds(start);
        }
    }

    private static double firstAfterRestore(Task task, Launch launch, String event) {
        try (var sandbox = Sandbox.start(task, launch.withSnapStart())) {
            sandbox.awaitCheckpoint();
            var start = System.nanoTime();
            sandbox.restore();
            sandbox.invoke(event.getBytes(StandardCharsets.UTF_8));
            return seconds(start);
        }
    }

    private static Map<String, String> environment(ApplicationContext context) {
        return new Variables(
                        context.getRequiredProperty("datasources.default.url", String.class),
                        context.getRequiredProperty("aws.services.sqs.endpoint-override", String.class),
                        context.getRequiredProperty("aws.services.s3.endpoint-override", String.class),
                        context.getRequiredProperty("aws.region", String.class),
                        context.getRequiredProperty("aws.access-key-id", String.class),
                        context.getRequiredProperty("aws.secret-access-key", String.class))
                .environment();
    }

    private static String ratio(double product, double floor) {
        return String.format(Locale.ROOT, "%.2f", product / floor);
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

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
