package eu.bekaa.standard.bench.http;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.platform.Load;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongFunction;

/// Three requests to the running platform and to the floor.
public final class Requests implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = Math.max(5, Duel.ROUNDS);
    private static final double WARM_SECONDS = 6;
    private static final double TURN_SECONDS = 1.5;
    private static final double STEADY_SECONDS = 4;
    private static final String SALT = "http";
    private static final String INTEGRATION = """
            {"name":"%s","type":"source_connector","provider":"jira","auth_method":"api_key"}""";

    @Override
    public String title() {
        return "HTTP";
    }

    @Override
    public String explanation() {
        return """
                The local platform and the floor, each in a JVM of its own with 1 GB of heap, on the same durable PostgreSQL; driver, servers and \
                database share the machine. The floor is Netty, a pool and hand-written JDBC with the same guarantees: machine key checked, request \
                counted, organization set within the transaction for row-level security; the POST claims its idempotency key and commits with its \
                link in the audit chain. *Saturation* is a closed loop of %d clients; *at half load* requests are sent to each by itself at a constant \
                rate, half of what the product had at saturation, and measured from the moment they were due: the floor's figures say what the \
                machine adds.""".formatted(CLIENTS);
    }

    /// @param request of the product
    /// @param peer    the same of the floor, which knows machine keys alone
    private record Subject(
            String name, double bar, int wanted, LongFunction<byte[]> request, LongFunction<byte[]> peer) {}

    @Override
    public List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        try (var platform = Running.start();
                var floor = Floor.start(platform.applicationUrl())) {
            var seed = new Seed(platform.setting("STANDARD_DATABASE_URL"));
            seed.catalog();
            seed.assessments(UUID.fromString(platform.setting("STANDARD_ORG_ID")), SALT, 1, 20, 1090);
            long sent = 0;
            long others = 0;
            for (var subject : subjects(platform)) {
                var product = new Load(platform.port(), subject.request(), subject.wanted());
                var peer = new Load(floor.port(), subject.peer(), subject.wanted());
                product.tried();
                peer.tried();
                product.closed(CLIENTS, WARM_SECONDS);
                peer.closed(CLIENTS, WARM_SECONDS / 2);
                var counts = new long[2];
                var duel = Duel.of(
                        ROUNDS,
                        "/s",
                        () -> counted(counts, product.closed(CLIENTS, TURN_SECONDS)),
                        () -> peer.closed(CLIENTS, TURN_SECONDS).perSecond());
                rows.add(duel.row(subject.name() + ", saturation", "Netty + JDBC", Bar.atLeast(subject.bar())));
                double half = duel.product().median() / 2;
                var steady = product.constant(CLIENTS, STEADY_SECONDS, half);
                rows.add(steady(subject.name(), steady, peer.constant(CLIENTS, STEADY_SECONDS, half)));
                sent += counts[0] + steady.sent();
                others += counts[1] + steady.others();
            }
            rows.add(Load.unwished(others, sent));
            rows.add(new Row(
                    "Memory of the platform after that",
                    platform.residentMegabytes() + " MB",
                    Machine.residentMegabytes(floor.process().pid()) + " MB (floor)",
                    "",
                    Bar.atMost(1200).in("MB").verdict(platform.residentMegabytes()),
                    "",
                    Machine.load()));
        }
        return rows;
    }

    private static double counted(long[] counts, Load.Outcome outcome) {
        counts[0] += outcome.sent();
        counts[1] += outcome.others();
        return outcome.perSecond();
    }

    private static Row steady(String name, Load.Outcome product, Load.Outcome floor) {
        double ratio = tail(product);
        return new Row(
                name + ", at half load: p99 against p50",
                milliseconds(product, 0.99) + " against " + milliseconds(product, 0.5),
                milliseconds(floor, 0.99) + " against " + milliseconds(floor, 0.5) + " (Netty + JDBC)",
                String.format(Locale.ROOT, "%.1f; floor %.1f", ratio, tail(floor)),
                Bar.atMost(5).verdict(ratio),
                milliseconds(product, 0) + " to " + milliseconds(product, 1) + ", n="
                        + product.latency().count(),
                Machine.load());
    }

    private static double tail(Load.Outcome outcome) {
        return outcome.latency().quantile(0.99) / outcome.latency().median();
    }

    private static String milliseconds(Load.Outcome outcome, double quantile) {
        return String.format(Locale.ROOT, "%.2f ms", outcome.latency().quantile(quantile));
    }

    private static List<Subject> subjects(Running platform) throws IOException {
        var key = "Authorization: Bearer " + platform.setting("STANDARD_API_KEY");
        var person = Session.of(platform, "APPROVER");
        var one = Wire.request("GET", "/api/v1/assessments/" + Seed.id(SALT, "assessment2"), "", key);
        var fifty = Wire.request("GET", "/api/v1/soa/" + Seed.id(SALT, "soa2") + "/items?limit=50", "", key);
        return List.of(
                new Subject("GET by id", 0.60, 200, _ -> one, _ -> one),
                new Subject("List of 50", 0.70, 200, _ -> fifty, _ -> fifty),
                new Subject("POST, idempotent and audited", 0.60, 201, _ -> post(person), _ -> post(key)));
    }

    private static byte[] post(String credentials) {
        var name = UUID.randomUUID().toString();
        return Wire.request(
                "POST", "/api/v1/integrations", INTEGRATION.formatted(name), credentials, "Idempotency-Key: " + name);
    }
}
