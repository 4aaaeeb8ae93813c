package eu.bekaa.standard.platform.retention;

import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Removes what time has made worthless, for all organizations at once.
@Singleton
public class Retention {
    private final RetentionRows rows;
    private final Clock clock;

    Retention(RetentionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Doing it twice, late or at the same time elsewhere is harmless.
    @Transactional
    public void purge(Caller caller) {
        rows.purge(clock.instant());
        rows.purgeTold(clock.instant());
    }
}
