package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The figures of an organization: of this moment, or as they were.
@Singleton
public class Metrics {
    private final List<MeasurementSource> sources;
    private final Readings readings;
    private final Clock clock;

    Metrics(List<MeasurementSource> sources, Readings readings, Clock clock) {
        this.sources = List.copyOf(sources);
        this.readings = readings;
        this.clock = clock;
    }

    /// The figures of this moment.
    @ReadOnly
    public List<Metric> now(Caller caller) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return sources.stream()
                .flatMap(source -> source.measure(caller).stream())
                .map(measured -> Metric.of(measured, at))
                .toList();
    }

    /// What is measured at all.
    Set<String> names() {
        return sources.stream()
                .flatMap(source -> source.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Kept figures of a span, newest first.
    /// @param name only these, all when null
    /// @param most how many at most
    @ReadOnly
    public List<Metric> between(
            Caller caller, @Nullable String name, @Nullable Instant from, @Nullable Instant to, int most) {
        return readings.between(caller, from, to, most).stream()
                .filter(metric -> name == null || name.equals(metric.metricName()))
                .limit(most)
                .toList();
    }

    /// Takes a reading and keeps it.
    @Transactional
    public List<Metric> read(Caller caller) {
        var figures = now(caller);
        if (!figures.isEmpty()) {
            readings.keep(caller, figures.getFirst().timestamp(), figures);
        }
        return figures;
    }
}
