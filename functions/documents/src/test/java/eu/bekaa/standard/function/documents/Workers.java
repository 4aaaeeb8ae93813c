package eu.bekaa.standard.function.documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import eu.bekaa.standard.function.ingestion.UploadQueueHandler;
import eu.bekaa.standard.queue.JobQueueHandler;
import eu.bekaa.standard.testing.TestQueues;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/// The queue functions, run by hand until their queues are empty.
@Singleton
class Workers {
    /// Handlers do not look at it.
    private static final Context NONE = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (self, method, args) -> null);

    private final JobQueueHandler jobs;
    private final UploadQueueHandler uploads;

    Workers(ApplicationContext context) {
        jobs = new JobQueueHandler(context);
        uploads = new UploadQueueHandler(context);
    }

    void ingest() {
        drain("standard-ingestion", jobs);
    }

    /// Every message is delivered twice before the queue hears that it was handled.
    void ingestTwice() {
        drain("standard-ingestion", (event, context) -> {
            jobs.handleRequest(event, context);
            return jobs.handleRequest(event, context);
        });
    }

    void embed() {
        drain("standard-embeddings", jobs);
    }

    void uploads() {
        drain("standard-uploads", uploads);
    }

    /// Delivers one message as if the queue had.
    boolean upload(String body) {
        return deliver(uploads, Message.builder().messageId("m").body(body).build());
    }

    private static void drain(String queue, RequestHandler<SQSEvent, SQSBatchResponse> handler) {
        var url = TestQueues.url(queue);
        List<Message> messages;
        do {
            messages = TestQueues.client()
                    .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            for (var message : messages) {
                if (deliver(handler, message)) {
                    TestQueues.client()
                            .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                }
            }
        } while (!messages.isEmpty());
    }

    private static boolean deliver(RequestHandler<SQSEvent, SQSBatchResponse> handler, Message message) {
        var record = new SQSEvent.SQSMessage();
        record.setMessageId(message.messageId());
        record.setBody(message.body());
        var event = new SQSEvent();
        event.setRecords(List.of(record));
        return handler.handleRequest(event, NONE).getBatchItemFailures().isEmpty();
    }
}
