package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Figures about approved plans: what is open, and what is late.
@Singleton
final class PoamFigures implements MeasurementSource {
    private static final String POAM_OPEN_ITEMS = "poam.open_items";
    private static final String POAM_OVERDUE_ITEMS = "poam.overdue_items";

    private final PoamItems items;
    private final Clock clock;

    PoamFigures(PoamItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<String> names() {
        return List.of(POAM_OPEN_ITEMS, POAM_OVERDUE_ITEMS);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        var open = items.openWork(caller.org(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return List.of(
                Measurement.gauge(POAM_OPEN_ITEMS, open.items(), "items"),
                Measurement.gauge(POAM_OVERDUE_ITEMS, open.overdue(), "items"));
    }
}
