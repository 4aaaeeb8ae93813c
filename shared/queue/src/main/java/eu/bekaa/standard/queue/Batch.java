package eu.bekaa.standard.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A batch of queue messages, each on its own: those that fail are named in the answer and delivered again, the others
/// are done (`ReportBatchItemFailures`).
public final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private Batch() {}

    /// @param handler what to do with a message's body; an exception counts as [JobRunner.Verdict#AGAIN]
    public static SQSBatchResponse handle(SQSEvent event, Function<String, JobRunner.Verdict> handler) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (verdict(handler, message) == JobRunner.Verdict.AGAIN) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static JobRunner.Verdict verdict(Function<String, JobRunner.Verdict> handler, SQSEvent.SQSMessage message) {
        try {
            return handler.apply(message.getBody());
        } catch (RuntimeException failure) {
            LOG.error("Message {} failed", message.getMessageId(), failure);
            return JobRunner.Verdict.AGAIN;
        }
    }
}
