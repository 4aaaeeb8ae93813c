package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the schedule does every minute: looks at the rules of every organization, and keeps a reading every fifth.
/// Doing it twice or late changes no rule twice.
@Singleton
public class Observation {
    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int EVERY = 5;

    private final ObservedRows rows;
    private final Metrics metrics;
    private final Alerts alerts;
    private final Transactions transactions;
    private final Clock clock;

    Observation(ObservedRows rows, Metrics metrics, Alerts alerts, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.metrics = metrics;
        this.alerts = alerts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One organization's trouble does not keep the others from being looked at.
    /// @param schedule the product itself
    public void observe(Caller schedule) {
        var keeping = clock.instant().atZone(ZoneOffset.UTC).getMinute() % EVERY == 0;
        for (var organization : organizations(schedule)) {
            var caller = within(schedule, organization);
            try {
                alerts.evaluate(caller);
                if (keeping) {
                    metrics.read(caller);
                }
            } catch (RuntimeException trouble) {
                LOG.warn("Organization {} could not be observed", organization, trouble);
            }
        }
    }

    /// Removes readings that are no longer kept.
    @Transactional
    public void purge(Caller schedule) {
        rows.purge(clock.instant().minus(KEPT));
    }

    private List<UUID> organizations(Caller schedule) {
        return transactions.read(schedule, rows::organizations);
    }

    private static Caller within(Caller schedule, UUID organization) {
        return new Caller(organization, schedule.actor(), schedule.permissions(), schedule.traceId(), null, null);
    }
}
