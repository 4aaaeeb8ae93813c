package eu.bekaa.standard.function.ingestion;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import eu.bekaa.standard.knowledge.document.Arrivals;
import eu.bekaa.standard.queue.Batch;
import eu.bekaa.standard.queue.JobRunner.Verdict;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;

/// The Lambda handler of the upload queue: S3 tells of files that clients have sent directly. Not a bean: Lambda
/// makes it without arguments, the local platform with its own context.
public class UploadQueueHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Arrivals arrivals;
    private final JsonMapper json;

    public UploadQueueHandler() {
        this(ApplicationContext.run());
    }

    public UploadQueueHandler(ApplicationContext context) {
        arrivals = context.getBean(Arrivals.class);
        json = context.getBean(JsonMapper.class);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return Batch.handle(event, this::arrived);
    }

    /// A message that is no notification is left to the dead-letter queue.
    private Verdict arrived(String body) {
        try {
            var notification = json.readValue(body, ObjectNotification.class);
            if (notification == null) {
                return Verdict.AGAIN;
            }
            notification.created().forEach(arrivals::arrived);
            return Verdict.TAKEN;
        } catch (IOException notANotification) {
            return Verdict.AGAIN;
        }
    }
}
