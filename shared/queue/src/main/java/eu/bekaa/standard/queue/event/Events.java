package eu.bekaa.standard.queue.event;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells that something happened. The event and the job that spreads it commit with the change, or not at all; every
/// [EventSubscriber] then hears of it at least once, without the request that brought it about waiting or failing for
/// it (STD-151).
@Singleton
public class Events {
    private final EventRows rows;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    Events(EventRows rows, Jobs jobs, Ids ids, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /// Within the transaction of the change.
    /// @param data ids, words, counts and truth values; what is null is left out. Never documents, texts or secrets
    /// @return the event's id
    @Transactional
    public UUID raise(Caller caller, EventType type, @Nullable UUID assessmentId, Map<String, ?> data) {
        var event = record(caller, type, assessmentId, data);
        jobs.submit(caller, Queue.DELIVERIES, JobKind.SPREAD_EVENT, event.eventId(), Map.of());
        return event.eventId();
    }

    /// Keeps an event that nobody is told of but by its maker.
    @Transactional
    public DomainEvent record(Caller caller, EventType type, @Nullable UUID assessmentId, Map<String, ?> data) {
        return rows.save(new DomainEvent(
                ids.next(),
                caller.org(),
                type,
                assessmentId,
                plain(data),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.traceId()));
    }

    @ReadOnly
    public List<DomainEvent> find(Caller caller, Collection<UUID> events) {
        return events.isEmpty() ? List.of() : rows.find(caller.org(), events);
    }

    private static Map<String, Object> plain(Map<String, ?> data) {
        var plain = new LinkedHashMap<String, Object>();
        data.forEach((key, value) -> {
            switch (value) {
                case null -> {}
                case Boolean flag -> plain.put(key, flag);
                case Integer number -> plain.put(key, number);
                case Long number -> plain.put(key, number);
                case Object other -> plain.put(key, other.toString());
            }
        });
        return plain;
    }
}
