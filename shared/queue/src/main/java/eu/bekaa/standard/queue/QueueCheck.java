package eu.bekaa.standard.queue;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.DependencyCheck;
import jakarta.inject.Singleton;

/// Whether the queues answer.
@Singleton
final class QueueCheck implements DependencyCheck {
    private final Doorbell doorbell;

    QueueCheck(Doorbell doorbell) {
        this.doorbell = doorbell;
    }

    @Override
    public String dependency() {
        return "queue";
    }

    @Override
    public void ask(Caller caller) {
        doorbell.look(Queue.INGESTION);
    }
}
