package eu.bekaa.standard.bench.neighbour;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.platform.Load;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.function.local.demo.Answers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// An organization that asks ten times as much as it may, beside one that asks what it may.
public final class NoisyNeighbour implements Benchmark {
    private static final String PATH = "/api/v1/assessments";
    /// A minute.
    private static final int LIMIT = 6_000;

    private static final int EXCESS = 10;
    private static final int TOO_MANY = 429;
    private static final double QUIET = 50;
    private static final double NOISY = EXCESS * LIMIT / 60.0;
    private static final double SECONDS = 8;
    private static final int CLIENTS = 16;

    @Override
    public String title() {
        return "Noisy neighbour";
    }

    @Override
    public String explanation() {
        return """
                An organization lists its assessments %.0f times a second on the local platform, within its limit of %,d requests a minute. Beside it, by \
                turns, another sends nothing or %d times that limit, %,.0f requests a second, most of which are refused with 429. Clients, server and \
                database share the machine.""".formatted(QUIET, LIMIT, EXCESS, NOISY);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx512m");
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public List<Row> run() throws Exception {
        try (var platform = Running.start(Map.of("STANDARD_RATE_LIMITS_OTHERS", Integer.toString(LIMIT)))) {
            var quiet = load(platform, "ASSESSOR", platform.setting("STANDARD_ORG_ID"), 200);
            var noisy = load(platform, "ADMIN", neighbour(platform), TOO_MANY);
            noisy.constant(CLIENTS, SECONDS, 2 * NOISY);
            noisy.tried();
            var duel = Duel.of(" ms", () -> p99(quiet, () -> flood(noisy)), () -> p99(quiet, () -> {}));
            return List.of(duel.row("List beside a flood: p99", "alone", Bar.atMost(1.2)));
        }
    }

    private static Load load(Running platform, String person, String organization, int wanted) throws Exception {
        var request =
                Wire.request("GET", PATH, "", Session.of(platform, person), "x-standard-tenant-id: " + organization);
        return new Load(platform.port(), number -> request, wanted);
    }

    private static String neighbour(Running platform) throws Exception {
        var made = Session.api(platform, "ADMIN")
                .post("/api/v1/organizations", Map.of("slug", "neighbour", "name", "Neighbour"));
        return Answers.text(made, "organization_id");
    }

    private static void flood(Load noisy) {
        try {
            noisy.constant(CLIENTS, SECONDS, NOISY);
        } catch (Exception failure) {
            throw new IllegalStateException("The flood did not come.", failure);
        }
    }

    /// @return in milliseconds
    private static double p99(Load quiet, Runnable beside) throws Exception {
        var other = CompletableFuture.runAsync(beside);
        var outcome = quiet.constant(CLIENTS, SECONDS, QUIET);
        other.join();
        if (outcome.others() > 0) {
            throw new IllegalStateException(outcome.others() + " requests of the quiet organization failed.");
        }
        return outcome.latency().quantile(0.99);
    }
}
