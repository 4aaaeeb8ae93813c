package eu.bekaa.standard.assurance.figures;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// How many assessments stand where, how many decisions wait for a person and for how long, and what is open and
/// late in approved plans.
@Singleton
final class AssuranceFigures implements MeasurementSource {
    private static final String ASSESSMENTS = "assessments";
    private static final String APPROVALS_PENDING = "approvals.pending";
    private static final String APPROVALS_OLDEST_PENDING_AGE = "approvals.oldest_pending_age";
    private static final String POAM_OPEN_ITEMS = "poam.open_items";
    private static final String POAM_OVERDUE_ITEMS = "poam.overdue_items";

    private final FigureRows rows;
    private final Clock clock;

    AssuranceFigures(FigureRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(
                ASSESSMENTS, APPROVALS_PENDING, APPROVALS_OLDEST_PENDING_AGE, POAM_OPEN_ITEMS, POAM_OVERDUE_ITEMS);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        var now = clock.instant();
        return rows.figures(caller.org(), now, LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                .map(AssuranceFigures::measurement)
                .toList();
    }

    private static Measurement measurement(FigureRows.Figure figure) {
        return switch (figure.counted()) {
            case ASSESSMENTS -> Measurement.gauge(ASSESSMENTS, figure.value(), "assessments", "state", figure.state());
            case PENDING -> Measurement.gauge(APPROVALS_PENDING, figure.value(), "approvals");
            case OLDEST_PENDING -> Measurement.gauge(APPROVALS_OLDEST_PENDING_AGE, figure.value(), "seconds");
            case OPEN -> Measurement.gauge(POAM_OPEN_ITEMS, figure.value(), "items");
            case OVERDUE -> Measurement.gauge(POAM_OVERDUE_ITEMS, figure.value(), "items");
        };
    }
}
