package eu.bekaa.standard.lambdaruntime;

import eu.bekaa.standard.localcloud.LocalQueues;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Lambda's event source for a queue, with `ReportBatchItemFailures`: what the function does not name as failed is
/// deleted, what it names is delivered again.
public final class QueueSource implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QueueSource.class.getName());
    private static final int WAIT_SECONDS = 2;

    private final SqsClient sqs;
    private final String queue;
    private final String url;
    private final Invocable function;
    private final JsonMapper json = JsonMapper.createDefault();
    private volatile boolean running = true;

    private QueueSource(SqsClient sqs, String queue, Invocable function) {
        this.sqs = sqs;
        this.queue = queue;
        this.url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        this.function = function;
    }

    public static QueueSource start(SqsClient sqs, String queue, Invocable function) {
        var source = new QueueSource(sqs, queue, function);
        Thread.ofPlatform().daemon().name(queue).start(source::poll);
        return source;
    }

    /// Takes no further message.
    @Override
    public void close() {
        running = false;
    }

    private void poll() {
        while (running) {
            try {
                var messages = sqs.receiveMessage(receive -> receive.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(WAIT_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages();
                if (running && !messages.isEmpty()) {
                    deliver(messages);
                }
            } catch (SdkException | FunctionFailure failure) {
                if (running) {
                    LOG.log(System.Logger.Level.WARNING, queue, failure);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void deliver(List<Message> messages) throws IOException {
        var event = Map.of("Records", messages.stream().map(this::record).toList());
        var failed = failed(function.invoke(json.writeValueAsBytes(event)));
        for (Message message : messages) {
            if (!failed.contains(message.messageId())) {
                sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> failed(byte[] answer) throws IOException {
        Map<String, Object> batch = Objects.requireNonNull((Map<String, Object>) json.readValue(answer, Map.class));
        return ((List<Map<String, Object>>) batch.getOrDefault("batchItemFailures", List.of()))
                .stream()
                        .map(failure -> String.valueOf(failure.get("itemIdentifier")))
                        .collect(Collectors.toList());
    }

    private Map<String, Object> record(Message message) {
        var record = new LinkedHashMap<String, Object>();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        record.put("attributes", message.attributesAsStrings());
        record.put("messageAttributes", Map.of());
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", "arn:aws:sqs:" + LocalQueues.REGION + ":000000000000:" + queue);
        record.put("awsRegion", LocalQueues.REGION);
        return record;
    }
}
