package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// Figures about decisions: how many wait for a person, and for how long.
@Singleton
final class ApprovalFigures implements MeasurementSource {
    private static final String APPROVALS_PENDING = "approvals.pending";
    private static final String APPROVALS_OLDEST_PENDING_AGE = "approvals.oldest_pending_age";

    private final ApprovalRows rows;
    private final Clock clock;

    ApprovalFigures(ApprovalRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(APPROVALS_PENDING, APPROVALS_OLDEST_PENDING_AGE);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        var waiting = rows.pending(caller.org(), null);
        var oldest = waiting.stream()
                .map(Approval::createdAt)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
        return List.of(
                Measurement.gauge(APPROVALS_PENDING, waiting.size(), "approvals"),
                Measurement.gauge(APPROVALS_OLDEST_PENDING_AGE, oldest, "seconds"));
    }
}
