package eu.bekaa.standard.queue.event;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells every subscriber of an event.
@Singleton
class SpreadWorker implements JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SpreadWorker.class);

    private final Events events;
    private final List<EventSubscriber> subscribers;

    SpreadWorker(Events events, List<EventSubscriber> subscribers) {
        this.events = events;
        this.subscribers = List.copyOf(subscribers);
    }

    @Override
    public JobKind kind() {
        return JobKind.SPREAD_EVENT;
    }

    @Override
    public void work(Lease lease) {
        var caller = lease.caller();
        lease.complete(() -> events.find(caller, List.of(lease.job().subjectId()))
                .forEach(event -> subscribers.forEach(subscriber -> subscriber.heard(caller, event))));
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        LOG.error("Event {} was told to nobody", job.subjectId());
    }
}
