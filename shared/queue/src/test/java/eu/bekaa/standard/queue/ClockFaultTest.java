package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Clocks jump by up to an hour to either side and the schedule fires twice, late or not at all: what was accepted is
/// done once, at the latest when time is as it should be again.
@Tag("fault")
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "test.clock", value = "stopped")
class ClockFaultTest {
    private static final int JOBS = 12;
    private static final int JUMPS = 6;
    private static final Caller SCHEDULE = new Caller(
            Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "schedule"), Set.of(), "schedule-test", null, null);

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    JobSweep sweep;

    @Inject
    Workshop workshop;

    @Inject
    SettableClock clock;

    @Inject
    Tenants tenants;

    @Inject
    Ids ids;

    @Inject
    JsonMapper json;

    @Test
    void wrongClocksAndSchedulesNeitherLoseNorDoubleWork() throws Exception {
        var dose = Dose.of("clocks off by up to an hour, schedule fired twice or late", 3, 40);
        var random = dose.random();
        for (int time = 0; time < dose.times(); time++) {
            var caller = tenants.create().assessor();
            var work = accepted(caller, random);
            var drift = Duration.ZERO;
            for (int jump = 0; jump < JUMPS; jump++) {
                var by = Duration.ofSeconds(random.nextInt(7_200) - 3_600).minus(drift);
                clock.advance(by);
                drift = drift.plus(by);
                fire(1 + random.nextInt(2));
                Collections.shuffle(work, random);
                deliver(caller, work.subList(0, random.nextInt(JOBS)));
            }
            clock.advance(drift.negated());
            for (int late = 0; late < 6; late++) {
                clock.advance(Duration.ofMinutes(random.nextInt(3, 70)));
                fire(2);
                deliver(caller, work);
            }
            check(dose, caller, work);
        }
        dose.report(dose.times(), "%,d pieces of work, a third of them interrupted".formatted(dose.times() * JOBS));
    }

    private List<UUID> accepted(Caller caller, Random random) {
        var work = new ArrayList<UUID>();
        for (int i = 0; i < JOBS; i++) {
            var subject = ids.next();
            if (i % 3 == 0) {
                interrupted(subject);
            }
            var pause = Duration.ofSeconds(random.nextInt(60));
            work.add(jobs.submit(caller, Queue.ANALYSIS, JobKind.EXPORT, subject, Map.of(), pause));
        }
        return work;
    }

    /// Its first worker dies.
    private void interrupted(UUID subject) {
        var attempts = new ArrayList<Integer>();
        workshop.script(subject, lease -> {
            attempts.add(1);
            if (attempts.size() == 1) {
                throw new Workshop.Crash();
            }
            lease.complete(() -> workshop.effect(lease));
        });
    }

    /// Beside each other.
    private void fire(int schedules) {
        var fired = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < schedules; i++) {
            fired.add(CompletableFuture.runAsync(() -> sweep.sweep(SCHEDULE)));
        }
        fired.forEach(CompletableFuture::join);
    }

    private void deliver(Caller caller, List<UUID> work) throws IOException {
        for (var job : List.copyOf(work)) {
            var message = new JobMessage(job, caller.org(), JobKind.EXPORT, caller.traceId());
            try {
                runner.run(new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8));
            } catch (Workshop.Crash crashed) {
                // the message is delivered again some time
                continue;
            }
        }
    }

    private void check(Dose dose, Caller caller, List<UUID> work) throws SQLException {
        for (var id : work) {
            var job = jobs.find(caller, id).orElseThrow();
            var effects = Workshop.count("work.done", job.subjectId());
            if (job.status() != JobStatus.SUCCEEDED || effects != 1) {
                dose.lost(job + " had " + effects + " effects");
            }
        }
    }
}
