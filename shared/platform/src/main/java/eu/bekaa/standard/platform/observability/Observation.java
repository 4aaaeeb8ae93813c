package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.identity.EveryOrganization;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/// What the schedule does every minute: looks at the rules of every organization, and keeps a reading every fifth.
/// Doing it twice or late changes no rule twice.
@Singleton
public class Observation {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int EVERY = 5;

    private final ObservedRows rows;
    private final EveryOrganization organizations;
    private final Metrics metrics;
    private final Alerts alerts;
    private final Clock clock;

    Observation(ObservedRows rows, EveryOrganization organizations, Metrics metrics, Alerts alerts, Clock clock) {
        this.rows = rows;
        this.organizations = organizations;
        this.metrics = metrics;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// @param schedule the product itself
    public void observe(Caller schedule) {
        var keeping = clock.instant().atZone(ZoneOffset.UTC).getMinute() % EVERY == 0;
        organizations.each(schedule, "Observation", caller -> {
            alerts.evaluate(caller);
            if (keeping) {
                metrics.read(caller);
            }
        });
    }

    /// Removes readings that are no longer kept.
    @Transactional
    public void purge(Caller schedule) {
        rows.purge(clock.instant().minus(KEPT));
    }
}
