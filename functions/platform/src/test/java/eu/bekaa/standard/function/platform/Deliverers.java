package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobQueueHandler;
import eu.bekaa.standard.queue.JobSweep;
import eu.bekaa.standard.queue.QueueEvent;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/// The deliveries function, run by hand until its queue is empty.
@Singleton
class Deliverers {
    private static final Caller SCHEDULE = new Caller(
            Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "schedule"), Set.of(), "schedule-test", null, null);

    private final JobQueueHandler function;
    private final JobSweep sweep;

    Deliverers(ApplicationContext context, JobSweep sweep) {
        this.function = new JobQueueHandler(context);
        this.sweep = sweep;
    }

    void work() {
        work(1);
    }

    /// @param copies how often each message comes
    void work(int copies) {
        List<Message> messages;
        do {
            messages = receive();
            for (var message : messages) {
                for (int copy = 1; copy < copies; copy++) {
                    handled(message);
                }
                deliver(message);
            }
        } while (!messages.isEmpty());
    }

    /// The minute's schedule, then work.
    void sweepAndWork() {
        sweep.sweep(SCHEDULE);
        work();
    }

    List<Message> receive() {
        return TestQueues.client()
                .receiveMessage(receive ->
                        receive.queueUrl(TestQueues.url("standard-deliveries")).maxNumberOfMessages(10))
                .messages();
    }

    /// Hands the message to the function, and takes it off the queue where that is done with it.
    void deliver(Message message) {
        if (handled(message)) {
            TestQueues.client()
                    .deleteMessage(delete -> delete.queueUrl(TestQueues.url("standard-deliveries"))
                            .receiptHandle(message.receiptHandle()));
        }
    }

    private boolean handled(Message message) {
        return function.handle(QueueEvent.of(message.messageId(), message.body()))
                .messageIds()
                .isEmpty();
    }
}
