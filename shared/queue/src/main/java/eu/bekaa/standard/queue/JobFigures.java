package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Figures about accepted work: what is still to do, for how long it has waited, what failed of late.
@Singleton
final class JobFigures implements MeasurementSource {
    private static final String JOBS_UNFINISHED = "jobs.unfinished";
    private static final String JOBS_OLDEST_AGE = "jobs.oldest_age";
    private static final String JOBS_FAILED_24H = "jobs.failed_24h";
    private static final Duration OF_LATE = Duration.ofHours(24);

    private final JobRows rows;
    private final Clock clock;

    JobFigures(JobRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(JOBS_UNFINISHED, JOBS_OLDEST_AGE, JOBS_FAILED_24H);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        var now = clock.instant();
        var figures = new ArrayList<Measurement>();
        rows.tallies(caller.org(), now, now.minus(OF_LATE)).forEach(tally -> {
            var queue = tally.queue().toString();
            figures.add(Measurement.gauge(JOBS_UNFINISHED, tally.unfinished(), "jobs", "queue", queue));
            figures.add(Measurement.gauge(JOBS_OLDEST_AGE, tally.oldestSeconds(), "seconds", "queue", queue));
            figures.add(Measurement.gauge(JOBS_FAILED_24H, tally.failed(), "jobs", "queue", queue));
        });
        return figures;
    }
}
