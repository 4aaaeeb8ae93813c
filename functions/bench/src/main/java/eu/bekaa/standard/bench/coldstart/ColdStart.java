package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.lambdaruntime.Task;
import eu.bekaa.standard.lambdaruntime.Variables;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// From the start of the JVM to the first answer, database connection included, through Lambda's runtime client.
public final class ColdStart implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);

    @Override
    public String title() {
        return "Cold start";
    }

    @Override
    public String explanation() {
        return """
                Each zip as it is shipped (x86-64 here), started by Lambda's runtime client (RIC 2.9.0) on a loopback Runtime API with the heap that \
                Lambda gives a function of 1,024 MB (2,048 with the embedding model), and given one event: an authenticated GET for the API, an \
                unknown job for a queue, a tick for the schedule. Every time runs to the first answer, database connection included.

                *Default* is the zip without JVM options. *Tuned* has those of the deployment, `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-ShrinkHeapInSteps`. \
                *Restored* is what callers of the deployed function wait for: from bringing the same process back after a SnapStart checkpoint to its \
                first answer, opening the database connection included (Lambda adds the time to load the snapshot). *First event after restore* is \
                the part of it after the function has said that it is back, its connection open. *Image* is an image of our own with a \
                class-data archive (AppCDS) or the AOT cache of JDK 25, measured for two functions; such a file belongs to the JVM build that wrote \
                it, so the managed runtime cannot have it. *Hello* is the framework with one route and no database, tuned; the floor is a plain-Java \
                handler with the same AWS SDK and driver, tuned. Warm figures are a closed loop of one.""";
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1g", "-Dbench.rounds=" + ROUNDS);
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run()) {
            var environment = environment(context);
            var folder = Files.createTempDirectory("cold-start");
            var peers = new Peers(
                    new Peer(PeerTask.plain(folder.resolve("plain")), Subject.plain(environment)),
                    new Peer(PeerTask.hello(folder.resolve("hello")), Subject.hello(environment)));
            for (Subject subject : subjects(key(context))) {
                if (Files.exists(subject.zip("x86_64"))) {
                    var task = Task.unpack(subject.zip("x86_64"), folder.resolve(subject.name()));
                    rows.addAll(new Starts(subject, task, environment).measured(peers, ROUNDS));
                }
            }
        }
        return rows;
    }

    static List<Subject> subjects(String key) {
        var nobody = "019a9c2e-5e00-7d21-9b64-3c7d2f1e8b02";
        var jobs = "eu.bekaa.standard.queue.JobQueueHandler";
        return List.of(
                Subject.api("platform", "/api/v1/auth/me", key).withImage(),
                Subject.api("catalog", "/api/v1/scf/versions", key),
                Subject.api("documents", "/api/v1/documents/" + nobody, key),
                Subject.api("knowledge", "/api/v1/assessments/" + nobody + "/kb/status", key)
                        .withModel(),
                Subject.api("assessments", "/api/v1/assessments", key)
                        .withImage()
                        .withModel(),
                Subject.api("agents", "/api/v1/agents", key).withModel(),
                Subject.api("docs", "/docs", key),
                Subject.jobs("ingestion", jobs, "extract_and_chunk"),
                Subject.jobs(
                                "embeddings",
                                "eu.bekaa.standard.function.embeddings.EmbeddingQueueHandler",
                                "prepare_embedding")
                        .withModel(),
                Subject.jobs("analysis", "eu.bekaa.standard.function.analysis.AnalysisQueueHandler", "render_report")
                        .withModel(),
                Subject.jobs("reports", "eu.bekaa.standard.function.reports.ReportsQueueHandler", "render_report"),
                Subject.jobs(
                        "deliveries", "eu.bekaa.standard.function.deliveries.DeliveryQueueHandler", "render_report"),
                Subject.schedule());
    }

    /// A key of a new organization.
    static String key(ApplicationContext context) {
        var tenant = context.getBean(Tenants.class).create();
        return Objects.requireNonNull(
                tenant.secrets().get(tenant.machine().actor().id()));
    }

    static Map<String, String> environment(ApplicationContext context) {
        var deployed = new Variables(
                        context.getRequiredProperty("datasources.default.url", String.class),
                        context.getRequiredProperty("aws.services.sqs.endpoint-override", String.class),
                        context.getRequiredProperty("aws.services.s3.endpoint-override", String.class),
                        context.getRequiredProperty("aws.region", String.class),
                        context.getRequiredProperty("aws.access-key-id", String.class),
                        context.getRequiredProperty("aws.secret-access-key", String.class))
                .environment();
        var environment = new HashMap<>(deployed);
        environment.put("STANDARD_RATE_LIMITS_OTHERS", "1000000");
        environment.put("STANDARD_RATE_LIMITS_DOCUMENTS", "1000000");
        return environment;
    }

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
