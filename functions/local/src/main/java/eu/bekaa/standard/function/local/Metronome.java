package eu.bekaa.standard.function.local;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import eu.bekaa.standard.function.schedules.Rule;
import eu.bekaa.standard.function.schedules.ScheduleHandler;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.localcloud.LocalQueues;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the schedules function the events that EventBridge's rules would send.
final class Metronome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metronome.class);

    private final ScheduleHandler function;
    private final Ids ids;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());

    Metronome(ScheduleHandler function, Ids ids, Clock clock) {
        this.function = function;
        this.ids = ids;
        this.clock = clock;
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
        var id = ids.next().toString();
        try {
            function.handleRequest(event(rule, id), new LocalContext("standard-schedules", id));
        } catch (RuntimeException failure) {
            LOG.warn("The schedule {} failed", rule.word(), failure);
        }
    }

    private ScheduledEvent event(Rule rule, String id) {
        var event = new ScheduledEvent();
        event.setId(id);
        event.setDetailType("Scheduled Event");
        event.setSource("aws.events");
        event.setAccount("000000000000");
        event.setRegion(LocalQueues.REGION);
        event.setTime(new DateTime(clock.millis(), DateTimeZone.UTC));
        event.setResources(
                List.of("arn:aws:events:" + LocalQueues.REGION + ":000000000000:rule/standard-" + rule.word()));
        return event;
    }
}
