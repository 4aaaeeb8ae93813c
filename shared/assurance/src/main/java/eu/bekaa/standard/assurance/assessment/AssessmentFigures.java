package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.util.List;

/// Figures about assessments: how many stand where.
@Singleton
final class AssessmentFigures implements MeasurementSource {
    private static final String ASSESSMENTS = "assessments";

    private final AssessmentRows rows;

    AssessmentFigures(AssessmentRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> names() {
        return List.of(ASSESSMENTS);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        return rows.tally(caller.org()).stream()
                .map(tally -> Measurement.gauge(
                        ASSESSMENTS,
                        tally.count(),
                        ASSESSMENTS,
                        "state",
                        tally.state().toString()))
                .toList();
    }
}
