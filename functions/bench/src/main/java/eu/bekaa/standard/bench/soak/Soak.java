package eu.bekaa.standard.bench.soak;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.bench.platform.Load;
import eu.bekaa.standard.bench.platform.Load.Outcome;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The local platform under a mixed load for half an hour.
public final class Soak implements Benchmark {
    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);
    private static final int EDGE = Math.max(1, MINUTES / 5);
    private static final double SECONDS = 60;
    private static final int CLIENTS = 8;
    /// A minute.
    private static final int DOCUMENTS = 3;

    private static final int LINES = 100;
    private static final String ASSESSMENTS = "/api/v1/assessments";

    /// Requests of one kind, at a constant rate.
    private record Stream(Load load, double perSecond) {}

    /// What a minute showed.
    private record Minute(double p99, long sent, long others, double heap, double connections) {}

    @Override
    public String title() {
        return "Soak";
    }

    @Override
    public String explanation() {
        return """
                The local platform for %d minutes under a constant mixed load, after one more that does not count: 30 GETs by id, 10 lists of 50, 2 audited \
                POSTs and 1 hybrid search a second, and three documents of some pages a minute, uploaded, read and embedded. First and last are the \
                medians of %d minutes each; the heap is read after a collection at the end of a minute.""".formatted(MINUTES, EDGE);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx512m", "-Dsoak.minutes=" + MINUTES);
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public List<Row> run() throws Exception {
        try (var platform = Running.start();
                var owner = platform.owner()) {
            new Seed(platform.setting("STANDARD_DATABASE_URL")).catalog();
            var api = Session.api(platform, "ASSESSOR");
            var assessment = open(api);
            var streams = streams(platform, assessment);
            for (var stream : streams) {
                stream.load().tried();
            }
            var minutes = new ArrayList<Minute>();
            for (int minute = 0; minute <= MINUTES; minute++) {
                minutes.add(minute(platform, owner, api, assessment, streams, minute));
            }
            return rows(minutes.subList(1, minutes.size()));
        }
    }

    private static List<Stream> streams(Running platform, String assessment) throws Exception {
        int port = platform.port();
        var session = Session.of(platform, "ASSESSOR");
        var find = Wire.request("GET", ASSESSMENTS + "/" + assessment, "", session);
        var list = Wire.request("GET", ASSESSMENTS + "?limit=50", "", session);
        var open = "{\"name\":\"Soak\",\"scf_version_id\":\"" + Seed.catalogId("version") + "\"}";
        var search = "{\"assessment_id\":\"" + assessment + "\",\"query\":\"Who reviews item %d of the backup?\"}";
        return List.of(
                new Stream(new Load(port, number -> find, 200), 30),
                new Stream(new Load(port, number -> list, 200), 10),
                new Stream(
                        new Load(
                                port,
                                number -> Wire.request(
                                        "POST", ASSESSMENTS, open, session, "Idempotency-Key: " + UUID.randomUUID()),
                                201),
                        2),
                new Stream(
                        new Load(
                                port,
                                number -> Wire.request("POST", "/api/v1/kb/search", search.formatted(number), session),
                                200),
                        1));
    }

    private static Minute minute(
            Running platform, Connection owner, Api api, String assessment, List<Stream> streams, int number)
            throws Exception {
        var outcomes = new ArrayList<Outcome>();
        // threads of their own: the common pool of two cores has one, and would take the streams one after the other
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var uploads = executor.submit(() -> upload(api, assessment, number));
            var running = streams.stream()
                    .map(stream -> executor.submit(() -> stream.load().constant(CLIENTS, SECONDS, stream.perSecond())))
                    .toList();
            for (var stream : running) {
                outcomes.add(stream.get());
            }
            uploads.get();
        }
        return new Minute(
                outcomes.getFirst().latency().quantile(0.99),
                outcomes.stream().mapToLong(Outcome::sent).sum(),
                outcomes.stream().mapToLong(Outcome::others).sum(),
                platform.heapMegabytes(),
                connections(owner));
    }

    private static void upload(Api api, String assessment, int minute) {
        for (int i = 0; i < DOCUMENTS; i++) {
            var text = new StringBuilder("# Procedure " + minute + "-" + i + "\n\n");
            for (int line = 0; line < LINES; line++) {
                text.append("Step ")
                        .append(line)
                        .append(" of ")
                        .append(minute)
                        .append('-')
                        .append(i);
                text.append(": the owner of the system restores a copy, compares it and signs the record.\n\n");
            }
            var name = "procedure-" + minute + "-" + i + ".md";
            var content = text.toString().getBytes(StandardCharsets.UTF_8);
            var uploaded =
                    api.upload(ASSESSMENTS + "/" + assessment + "/documents", name, "text/markdown", content, Map.of());
            api.until(
                    "/api/v1/documents/" + Answers.text(Answers.nested(uploaded, "document"), "document_id"),
                    "status",
                    List.of("embedded"),
                    List.of("failed", "rejected"));
        }
    }

    private static List<Row> rows(List<Minute> minutes) {
        var p99 = edges(minutes, Minute::p99);
        var heap = edges(minutes, Minute::heap);
        var connections = edges(minutes, Minute::connections);
        long sent = minutes.stream().mapToLong(Minute::sent).sum();
        long others = minutes.stream().mapToLong(Minute::others).sum();
        return List.of(
                row("GET by id, p99", p99, " ms", Bar.atMost(1.1)),
                row("Heap after a collection", heap, " MB", Bar.atMost(1.1)),
                row("Connections to the database", connections, "", Bar.atMost(1.1)),
                Load.unwished(others, sent));
    }

    /// The same of the first and of the last minutes.
    private record Edges(Samples first, Samples last, Samples all) {}

    private static Edges edges(List<Minute> minutes, Function<Minute, Double> figure) {
        var edges = new Edges(new Samples(), new Samples(), new Samples());
        minutes.forEach(minute -> edges.all().add(figure.apply(minute)));
        minutes.subList(0, EDGE).forEach(minute -> edges.first().add(figure.apply(minute)));
        minutes.subList(minutes.size() - EDGE, minutes.size())
                .forEach(minute -> edges.last().add(figure.apply(minute)));
        return edges;
    }

    private static Row row(String what, Edges edges, String unit, Bar bar) {
        double ratio = edges.last().median() / edges.first().median();
        return new Row(
                what,
                Duel.figure(edges.last().median()) + unit + " (last)",
                Duel.figure(edges.first().median()) + unit + " (first)",
                String.format(Locale.ROOT, "%.2f", ratio),
                bar.verdict(ratio),
                edges.all().spread() + unit,
                Machine.load());
    }

    private static double connections(Connection owner) throws SQLException {
        try (var select =
                        owner.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE usename = 'standard_app'");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String open(Api api) {
        var wanted = Map.of("name", "Soak", "scf_version_id", Seed.catalogId("version"));
        return Answers.text(api.post(ASSESSMENTS, wanted), "assessment_id");
    }
}
