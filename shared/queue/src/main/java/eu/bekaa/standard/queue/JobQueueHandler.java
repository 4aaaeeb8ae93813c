package eu.bekaa.standard.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Lambda handler of a job queue. Not a bean: Lambda makes it without arguments, the local platform with its own
/// context. Looks for a job once before its snapshot is taken.
public class JobQueueHandler implements RequestHandler<SQSEvent, SQSBatchResponse>, Resource {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueueHandler.class);

    private final JobRunner runner;

    public JobQueueHandler() {
        this(ApplicationContext.run());
    }

    public JobQueueHandler(ApplicationContext context) {
        runner = context.getBean(JobRunner.class);
        // after the beans, so that it is heard before them: it still needs the database
        Core.getGlobalContext().register(this);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return Batch.handle(event, runner::run);
    }

    /// A function that cannot rehearse starts slower, that is all.
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> resources) {
        try {
            runner.rehearse();
        } catch (RuntimeException failure) {
            LOG.warn("The function could not be primed", failure);
        }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> resources) {
        // what was rehearsed is known
    }
}
