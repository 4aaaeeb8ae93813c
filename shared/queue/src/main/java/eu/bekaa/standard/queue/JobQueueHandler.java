package eu.bekaa.standard.queue;

import eu.bekaa.standard.queue.BatchAnswer.Failure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.util.List;

/// The Lambda handler of a job queue. Rehearses with a job that there is not.
public class JobQueueHandler extends EventFunction<QueueEvent, BatchAnswer> {
    private static final QueueEvent NOBODYS = QueueEvent.of("rehearsal", JobRunner.NOBODYS);
    private static final BatchAnswer FAILED = new BatchAnswer(List.of(new Failure("rehearsal")));

    private final JobRunner runner;

    public JobQueueHandler() {
        this(ApplicationContext.run());
    }

    public JobQueueHandler(ApplicationContext context) {
        super(context.getBean(JsonMapper.class), QueueEvent.class);
        runner = context.getBean(JobRunner.class);
    }

    @Override
    public BatchAnswer handle(QueueEvent event) {
        return Batch.handle(event, runner::run);
    }

    @Override
    protected void rehearse() {
        rehearse(NOBODYS, FAILED);
        runner.rehearse();
    }
}
