package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Figures about the audit log: how long it is, and how much was denied of late.
@Singleton
final class AuditFigures implements MeasurementSource {
    private static final String AUDIT_RECORDS = "audit.records";
    private static final String AUDIT_DENIED_15M = "audit.denied_15m";
    private static final Duration OF_LATE = Duration.ofMinutes(15);
    /// Ids are ordered by time, and so are sequences: the newest records are enough.
    private static final String FIGURES = """
            SELECT (SELECT COALESCE(MAX(sequence), 0) FROM audit_head WHERE organization_id = ?),
                   COUNT(*)
              FROM (SELECT occurred_at, outcome
                      FROM audit_record
                     WHERE organization_id = ?
                     ORDER BY sequence DESC
                     LIMIT 5000) newest
             WHERE occurred_at >= ?
               AND outcome IN ('denied', 'blocked')
            """;

    private final Transactions transactions;
    private final Clock clock;

    AuditFigures(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(AUDIT_RECORDS, AUDIT_DENIED_15M);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        try (var select = transactions.connection().prepareStatement(FIGURES)) {
            select.setObject(1, caller.org());
            select.setObject(2, caller.org());
            select.setTimestamp(3, Timestamp.from(clock.instant().minus(OF_LATE)));
            try (var row = select.executeQuery()) {
                row.next();
                return List.of(
                        Measurement.counter(AUDIT_RECORDS, row.getLong(1), "records"),
                        Measurement.gauge(AUDIT_DENIED_15M, row.getLong(2), "records"));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit log could not be measured.", failure);
        }
    }
}
