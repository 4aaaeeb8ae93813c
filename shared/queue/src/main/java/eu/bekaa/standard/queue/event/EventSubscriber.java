package eu.bekaa.standard.queue.event;

import eu.bekaa.standard.kernel.Caller;

/// Wants to hear what happens.
public interface EventSubscriber {
    /// Runs in one transaction with all the others that hear of the event, and takes effect once. What takes long or
    /// talks to the world outside is left to jobs submitted here.
    void heard(Caller caller, DomainEvent event);
}
