package eu.bekaa.standard.function.deliveries;

import eu.bekaa.standard.queue.JobQueueHandler;
import io.micronaut.context.ApplicationContext;

/// Tells the world outside what happened.
public final class DeliveryQueueHandler extends JobQueueHandler {
    public DeliveryQueueHandler() {}

    public DeliveryQueueHandler(ApplicationContext context) {
        super(context);
    }
}
