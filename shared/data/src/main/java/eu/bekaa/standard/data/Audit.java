package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the audit log. A record commits together with the change it describes, or not at all (SCP-63, STD-140).
@Singleton
public class Audit {
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Audit(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Records a success within the open transaction.
    public void record(Caller caller, String action, @Nullable UUID resourceId) {
        record(caller, AuditEvent.of(action, resourceId));
    }

    /// Records an event within the open transaction, in the chain of the caller's organization.
    public void record(Caller caller, AuditEvent event) {
        transactions.enlist(caller, entry(caller, event));
    }

    /// Records an event in a transaction of its own, so that it outlives a refusal: denials and security events.
    public void recordAside(Caller caller, AuditEvent event) {
        transactions.writeAside(caller, () -> {
            record(caller, event);
            return event;
        });
    }

    private AuditEntry entry(Caller caller, AuditEvent event) {
        return new AuditEntry(ids.next(), caller, event, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
