package eu.bekaa.standard.bench.neighbour;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.bench.platform.Load;
import eu.bekaa.standard.bench.platform.Running;
import eu.bekaa.standard.bench.platform.Session;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.function.local.demo.Answers;
import java.time.Instant;
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
    private static final int WINDOWS = 3;
    private static final int LATEST = 50;
    private static final int PAUSE_MILLIS = 50;

    @Override
    public String title() {
        return "Noisy neighbour";
    }

    @Override
    public String explanation() {
        return """
                An organization lists its assessments %.0f times a second on the local platform, within its limit of %,d requests a minute. Beside it, by \
                turns, another sends nothing or %d times that limit, %,.0f requests a second. In the first six seconds of a minute they are let in, and \
                are more than this machine can answer; then they are refused with 429 until the minute ends. Both are told apart. Clients, server and \
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
            var refused = Duel.of(
                    " ms",
                    () -> {
                        awaitRefusal(noisy);
                        return p99(quiet, () -> flood(noisy));
                    },
                    () -> p99(quiet, () -> {}));
            var admitted = new Samples();
            for (int round = 0; round < WINDOWS; round++) {
                awaitWindow();
                admitted.add(p99(quiet, () -> flood(noisy)));
            }
            return List.of(
                    refused.row("List beside a flood that is refused: p99", "alone", Bar.atMost(1.2)),
                    new Duel(admitted, refused.floor(), " ms")
                            .row("List while the flood's window is let in: p99", "alone", "measured"));
        }
    }

    /// Uses up what the flood may ask in this minute, early enough to measure within it.
    private static void awaitRefusal(Load noisy) throws Exception {
        while (secondOfWindow() > LATEST || noisy.constant(CLIENTS, 1, NOISY).others() > 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static void awaitWindow() throws InterruptedException {
        while (secondOfWindow() > 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static long secondOfWindow() {
        return Instant.now().getEpochSecond() % 60;
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
