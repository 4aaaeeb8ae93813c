package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.DependencyCheck;
import eu.bekaa.standard.platform.observability.DependencyHealth.Dependency;
import eu.bekaa.standard.platform.observability.DependencyHealth.Status;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every dependency at the same time, and waits for none longer than three seconds.
@Singleton
public class DependencyHealthService {
    private static final Logger LOG = LoggerFactory.getLogger(DependencyHealthService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofMillis(500);
    /// Without it nothing works.
    private static final String VITAL = "database";

    private final List<DependencyCheck> checks;
    private final Clock clock;

    DependencyHealthService(List<DependencyCheck> checks, Clock clock) {
        this.checks = checks.stream()
                .sorted(Comparator.comparing(DependencyCheck::dependency))
                .toList();
        this.clock = clock;
    }

    private record Asked(String name, long begun, FutureTask<Long> answer) {}

    public DependencyHealth look(Caller caller) {
        var asked = checks.stream().map(check -> ask(check, caller)).toList();
        var seen = asked.stream().map(DependencyHealthService::answered).toList();
        return new DependencyHealth(overall(seen), seen, clock.instant());
    }

    private static Asked ask(DependencyCheck check, Caller caller) {
        var begun = System.nanoTime();
        var answer = new FutureTask<>(() -> {
            check.ask(caller);
            return System.nanoTime() - begun;
        });
        Thread.ofVirtual().start(answer);
        return new Asked(check.dependency(), begun, answer);
    }

    private static Dependency answered(Asked asked) {
        try {
            var left = PATIENCE.toNanos() - (System.nanoTime() - asked.begun());
            var took = Duration.ofNanos(asked.answer().get(Math.max(left, 0), TimeUnit.NANOSECONDS));
            var status = took.compareTo(SLOW) > 0 ? Status.DEGRADED : Status.HEALTHY;
            return new Dependency(asked.name(), status, took.toMillis());
        } catch (ExecutionException | TimeoutException away) {
            asked.answer().cancel(true);
            LOG.warn("{} does not answer: {}", asked.name(), String.valueOf(away.getMessage()));
            return new Dependency(
                    asked.name(),
                    Status.UNHEALTHY,
                    Duration.ofNanos(System.nanoTime() - asked.begun()).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for an answer.", stopped);
        }
    }

    private static Status overall(List<Dependency> seen) {
        if (seen.stream().anyMatch(one -> one.name().equals(VITAL) && one.status() == Status.UNHEALTHY)) {
            return Status.UNHEALTHY;
        }
        return seen.stream().allMatch(one -> one.status() == Status.HEALTHY) ? Status.HEALTHY : Status.DEGRADED;
    }
}
