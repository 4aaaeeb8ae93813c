package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.schedules.Rule;
import eu.bekaa.standard.function.schedules.ScheduleEvent;
import eu.bekaa.standard.function.schedules.ScheduleHandler;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.localcloud.LocalQueues;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the schedules function the events that EventBridge's rules would send.
final class Metronome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metronome.class);

    private final ScheduleHandler function;
    private final Ids ids;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());

    Metronome(ScheduleHandler function, Ids ids) {
        this.function = function;
        this.ids = ids;
    }

    Metronome start() {
        for (Rule rule : Rule.values()) {
            var seconds = rule.period().toSeconds();
            var _ = timer.scheduleAtFixedRate(() -> fire(rule), seconds, seconds, TimeUnit.SECONDS);
        }
        return this;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// A failure is the function's to answer for; the next beat comes anyway.
    private void fire(Rule rule) {
        var arn = "arn:aws:events:" + LocalQueues.REGION + ":000000000000:rule/standard-" + rule.word();
        try {
            function.handle(new ScheduleEvent(ids.next().toString(), List.of(arn)));
        } catch (RuntimeException failure) {
            LOG.warn("The schedule {} failed", rule.word(), failure);
        }
    }
}
