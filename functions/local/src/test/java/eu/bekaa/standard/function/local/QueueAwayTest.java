package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.Relay.Ailment;
import eu.bekaa.standard.testing.Dose;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The queues cannot be reached for half a minute, again and again, while work is accepted: the rows know of it, and it
/// is done once they are back. The sweep takes up to two minutes to ring again, too long for a plain build, which has
/// `DoorbellTest` instead.
@Tag("fault")
@EnabledIfSystemProperty(named = "standard.faults", matches = ".+")
class QueueAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration BACK = Duration.ofSeconds(8);
    private static final int REST_SECONDS = 300;

    @TempDir
    Path home;

    @Test
    void whatIsAcceptedWithoutQueuesIsDoneOnceTheyAreBack() throws Exception {
        var dose = Dose.of("queues away for 30 s", 1, 20);
        try (var platform = new FaultyPlatform(home);
                var workload = new Workload(platform);
                var writer = new Writer(platform, "written", workload.version(), 1)) {
            var invariants = new Invariants(platform);
            for (int time = 0; time < dose.times(); time++) {
                platform.queues().suffer(time % 2 == 0 ? Ailment.REFUSED : Ailment.UNAVAILABLE);
                workload.ask();
                Thread.sleep(AWAY);
                dose.lost(invariants.broken());
                platform.queues().suffer(Ailment.NONE);
                workload.ask();
                Thread.sleep(BACK);
            }
            writer.finish();
            dose.lost(writer.complaints());
            dose.lost(invariants.brokenAtRest(REST_SECONDS));
            dose.lost(workload.missing());
            dose.lost(invariants.missing(writer.acknowledged(), "written"));
            dose.report(
                    dose.times(),
                    "%,d pieces of work and %,d writes acknowledged"
                            .formatted(
                                    workload.accepted(), writer.acknowledged().size()));
            assertThat(writer.acknowledged()).isNotEmpty();
        }
    }
}
