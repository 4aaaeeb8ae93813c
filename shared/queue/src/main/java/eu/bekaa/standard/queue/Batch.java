package eu.bekaa.standard.queue;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A batch of queue messages, each on its own.
public final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private Batch() {}

    /// @param handler what to do with a message's body; an exception counts as [JobRunner.Verdict#AGAIN]
    public static BatchAnswer handle(QueueEvent event, Function<String, JobRunner.Verdict> handler) {
        return new BatchAnswer(event.messages().stream()
                .filter(message -> verdict(handler, message) == JobRunner.Verdict.AGAIN)
                .map(message -> new BatchAnswer.Failure(message.id()))
                .toList());
    }

    private static JobRunner.Verdict verdict(Function<String, JobRunner.Verdict> handler, QueueEvent.Message message) {
        try {
            return handler.apply(message.body());
        } catch (RuntimeException failure) {
            LOG.error("Message {} failed", message.id(), failure);
            return JobRunner.Verdict.AGAIN;
        }
    }
}
