package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Dose;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The platform is killed at random instants while it is at work at everything at once, and started again on what is
/// left: nothing that it had accepted is lost, and nothing done twice. One kill interrupts several kinds of work, and
/// counts for each that was under way.
@Tag("fault")
class KillTest {
    private static final long GLANCE = 500_000;
    private static final int GLANCES = 30_000;
    private static final int LONGEST_MILLIS = 250;
    private static final int REST_SECONDS = 120;
    private static final String RUNNING = "SELECT DISTINCT kind FROM job WHERE status = 'running'";

    @TempDir
    Path home;

    private final Map<Work, Dose> doses = new EnumMap<>(Work.class);
    private final Map<Work, Integer> caught = new EnumMap<>(Work.class);

    @Test
    void whatAKillInterruptsIsDoneOnceAfterTheNextStart() throws Exception {
        for (var work : Work.values()) {
            doses.put(work, Dose.of("kill -9 in " + work.word(), 1, 100));
            caught.put(work, 0);
        }
        var times = doses.get(Work.INGESTION).times();
        var random = doses.get(Work.INGESTION).random();
        try (var platform = new FaultyPlatform(home);
                var workload = new Workload(platform);
                var writer = new Writer(platform, "written", workload.version(), 1)) {
            var invariants = new Invariants(platform);
            int kills = 0;
            // one of a plain build's takes long enough
            int most = doses.get(Work.INGESTION).isSmall() ? 1 : 2 * times + Work.values().length;
            while (rarest(times) != null && kills < most) {
                kill(platform, workload, rarest(times), random);
                kills++;
                writer.rest();
                lost("kill " + kills + ": ", invariants.brokenAtRest(REST_SECONDS));
                lost("kill " + kills + ": ", workload.missing());
                lost("kill " + kills + ": ", invariants.missing(writer.acknowledged(), "written"));
                writer.goOn();
                tell(kills, workload.accepted() + writer.acknowledged().size());
            }
            writer.finish();
            lost("", writer.complaints());
            report(kills, workload.accepted() + writer.acknowledged().size());
        }
    }

    /// What has been interrupted least, while any has not been often enough.
    private @Nullable Work rarest(int times) {
        return caught.entrySet().stream()
                .filter(work -> work.getValue() < times)
                .min(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private void kill(FaultyPlatform platform, Workload workload, Work target, Random random) throws Exception {
        var asking = CompletableFuture.runAsync(workload::ask);
        List<String> running;
        try (var ledger = platform.ledger()) {
            await(ledger, target);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
            platform.kill();
            running = ledger.texts(RUNNING);
        }
        asking.join();
        Work.of(running).forEach(work -> caught.merge(work, 1, Integer::sum));
        platform.start();
    }

    private static void await(Ledger ledger, Work target) throws SQLException {
        for (int glance = 0; glance < GLANCES && !target.among(ledger.texts(RUNNING)); glance++) {
            LockSupport.parkNanos(GLANCE);
        }
    }

    private void lost(String when, List<String> broken) {
        broken.forEach(what -> doses.get(Work.INGESTION).lost(when + what));
    }

    /// Long runs are watched by their report.
    private void tell(int kills, int acknowledged) {
        doses.forEach((work, dose) -> dose.tell(caught.get(work), checked(kills, acknowledged)));
    }

    private void report(int kills, int acknowledged) {
        doses.forEach((work, dose) -> dose.report(caught.get(work), checked(kills, acknowledged)));
        assertThat(caught.values()).as("kinds of work under way at some kill").anyMatch(count -> count > 0);
    }

    private static String checked(int kills, int acknowledged) {
        return "%,d kills of the platform in all; %,d pieces of work and writes acknowledged"
                .formatted(kills, acknowledged);
    }
}
