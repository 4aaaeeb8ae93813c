package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.queue.JobQueueHandler;
import io.micronaut.context.ApplicationContext;

/// The Lambda handler of the reports queue.
public class ReportsQueueHandler extends JobQueueHandler {
    public ReportsQueueHandler() {}

    public ReportsQueueHandler(ApplicationContext context) {
        super(context);
    }
}
