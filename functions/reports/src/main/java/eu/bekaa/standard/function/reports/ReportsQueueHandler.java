package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.queue.JobQueueHandler;
import io.micronaut.context.ApplicationContext;

/// Renders the files of reports, in Lambda and on the local platform.
public final class ReportsQueueHandler extends JobQueueHandler {
    /// In Lambda: typefaces and writers are loaded before the snapshot is taken.
    public ReportsQueueHandler() {
        this(warm(ApplicationContext.run()));
    }

    public ReportsQueueHandler(ApplicationContext context) {
        super(context);
    }

    private static ApplicationContext warm(ApplicationContext context) {
        Rehearsal.run();
        return context;
    }
}
