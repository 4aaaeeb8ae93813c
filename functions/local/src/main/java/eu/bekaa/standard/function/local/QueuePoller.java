package eu.bekaa.standard.function.local;

import eu.bekaa.standard.queue.BatchAnswer;
import eu.bekaa.standard.queue.EventFunction;
import eu.bekaa.standard.queue.QueueEvent;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// Takes messages from one queue to its function, as Lambda's event source does: what the function does not name as
/// failed is deleted, what it names is delivered again. As many at once as there are workers.
final class QueuePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final int WAIT_SECONDS = 5;

    private final SqsClient queues;
    private final String queue;
    private final String url;
    private final EventFunction<QueueEvent, BatchAnswer> function;
    private volatile boolean running = true;

    /// How much of the machine a queue's workers may take.
    enum Weight {
        /// Like everything else.
        ORDINARY,
        /// Long computations that step back when a request comes in.
        BACKGROUND
    }

    QueuePoller(SqsClient queues, String queue, EventFunction<QueueEvent, BatchAnswer> function) {
        this.queues = queues;
        this.queue = queue;
        this.url = queues.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        this.function = function;
    }

    QueuePoller start(int workers, Weight weight) {
        for (int worker = 1; worker <= workers; worker++) {
            Thread.ofPlatform().daemon().name(queue + "-" + worker).start(() -> {
                if (weight == Weight.BACKGROUND) {
                    Niceness.yieldToOthers();
                }
                poll();
            });
        }
        return this;
    }

    /// Takes no further message. What is under way is not waited for: its job is resumed by the next start.
    @Override
    public void close() {
        running = false;
    }

    @Override
    public String toString() {
        return queue;
    }

    private void poll() {
        while (running) {
            try {
                var messages = receive();
                if (!messages.isEmpty() && running) {
                    deliver(messages);
                }
            } catch (SdkException failure) {
                if (running) {
                    LOG.warn("Queue {} could not be read", queue, failure);
                }
            } catch (RuntimeException failure) {
                LOG.warn("A message of {} failed and is delivered again later", queue, failure);
            }
        }
    }

    private List<Message> receive() {
        return queues.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(1).waitTimeSeconds(WAIT_SECONDS))
                .messages();
    }

    private void deliver(List<Message> messages) {
        var event = new QueueEvent(messages.stream()
                .map(message -> new QueueEvent.Message(message.messageId(), message.body()))
                .toList());
        var again = Set.copyOf(function.handle(event).messageIds());
        messages.stream()
                .filter(message -> !again.contains(message.messageId()))
                .forEach(message ->
                        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
    }
}
