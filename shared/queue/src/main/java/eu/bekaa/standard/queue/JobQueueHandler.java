package eu.bekaa.standard.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;

/// The Lambda handler of a job queue. Not a bean: Lambda makes it without arguments, the local platform with its own
/// context.
public class JobQueueHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final JobRunner runner;

    public JobQueueHandler() {
        this(ApplicationContext.run());
    }

    public JobQueueHandler(ApplicationContext context) {
        runner = context.getBean(JobRunner.class);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return Batch.handle(event, runner::run);
    }
}
