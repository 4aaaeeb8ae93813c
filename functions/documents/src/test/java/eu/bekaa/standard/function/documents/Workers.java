package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.function.ingestion.UploadQueueHandler;
import eu.bekaa.standard.queue.BatchAnswer;
import eu.bekaa.standard.queue.JobQueueHandler;
import eu.bekaa.standard.queue.QueueEvent;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.model.Message;

/// The queue functions, run by hand until their queues are empty.
@Singleton
class Workers {
    private final JobQueueHandler jobs;
    private final UploadQueueHandler uploads;

    Workers(ApplicationContext context) {
        jobs = new JobQueueHandler(context);
        uploads = new UploadQueueHandler(context);
    }

    void ingest() {
        drain("standard-ingestion", jobs::handle);
    }

    /// Every message is delivered twice before the queue hears that it was handled.
    void ingestTwice() {
        drain("standard-ingestion", event -> {
            jobs.handle(event);
            return jobs.handle(event);
        });
    }

    void embed() {
        drain("standard-embeddings", jobs::handle);
    }

    void uploads() {
        drain("standard-uploads", uploads::handle);
    }

    /// Delivers one message as if the queue had.
    boolean upload(String body) {
        return deliver(
                uploads::handle, Message.builder().messageId("m").body(body).build());
    }

    private static void drain(String queue, Function<QueueEvent, BatchAnswer> function) {
        var url = TestQueues.url(queue);
        List<Message> messages;
        do {
            messages = TestQueues.client()
                    .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            for (var message : messages) {
                if (deliver(function, message)) {
                    TestQueues.client()
                            .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                }
            }
        } while (!messages.isEmpty());
    }

    private static boolean deliver(Function<QueueEvent, BatchAnswer> function, Message message) {
        return function.apply(QueueEvent.of(message.messageId(), message.body()))
                .messageIds()
                .isEmpty();
    }
}
