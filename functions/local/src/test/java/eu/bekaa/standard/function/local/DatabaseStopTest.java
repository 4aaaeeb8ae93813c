package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.DatabaseServer.Stop;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.testing.Dose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database goes away while clients write: they are told so, and what was acknowledged is there afterwards.
@Tag("fault")
class DatabaseStopTest {
    private static final Duration BACK = Duration.ofSeconds(2);
    private static final long GLANCE = 5_000_000;
    private static final int REST_SECONDS = 240;

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedOutlivesTheDatabase() throws Exception {
        var dose = Dose.of("database stopped (smart, fast, kill) under writes", 3, 50);
        var random = dose.random();
        try (var platform = new FaultyPlatform(home)) {
            var version = platform.journey().importWorkbook(StarterCatalog.workbook(), "Starter");
            var invariants = new Invariants(platform);
            var writer = new Writer(platform, "written", version.get("scf_version_id"), 4);
            long slowest = 0;
            for (int time = 0; time < dose.times(); time++) {
                var how = Stop.values()[time % Stop.values().length];
                progress(writer, writer.acknowledged().size() + 5 + random.nextInt(20));
                platform.database().stop(how, random.nextInt(1_500));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(6_500)));
                var stopped = Instant.now();
                platform.database().start();
                var up = Instant.now();
                var back = Duration.between(up, written(writer, stopped));
                slowest = Math.max(slowest, back.toMillis());
                if (!dose.isSmall() && back.compareTo(BACK) > 0) {
                    dose.lost("time " + time + " (" + how + "): writes were back after " + back.toMillis() + " ms");
                }
                dose.lost(invariants.broken());
            }
            writer.finish();
            dose.lost(writer.complaints());
            dose.lost(invariants.missing(writer.acknowledged(), "written"));
            dose.lost(dose.isSmall() ? invariants.broken() : invariants.brokenAtRest(REST_SECONDS));
            dose.report(
                    dose.times(),
                    "%,d acknowledged writes; %,d requests told 503 with Retry-After; slowest back %,d ms"
                            .formatted(writer.acknowledged().size(), writer.unavailable(), slowest));
            assertThat(writer.acknowledged()).hasSizeGreaterThan(dose.times());
        }
    }

    private static void progress(Writer writer, int wanted) {
        while (writer.acknowledged().size() < wanted && writer.complaints().isEmpty()) {
            LockSupport.parkNanos(GLANCE);
        }
    }

    private static Instant written(Writer writer, Instant since) {
        for (int glance = 0; glance < 6_000; glance++) {
            @Nullable Instant last = writer.lastWritten();
            if (last != null && last.isAfter(since)) {
                return last;
            }
            LockSupport.parkNanos(GLANCE);
        }
        throw new IllegalStateException("Nothing was written any more: " + writer.complaints());
    }
}
