package eu.bekaa.standard.queue;

import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Sends the message that tells a queue's function to look at a job.
@Singleton
class Doorbell {
    /// What SQS allows.
    private static final int MOST_SECONDS = 900;
    private static final int A_CALL = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

    private final SqsClient sqs;
    private final JsonMapper json;
    private final String prefix;
    private final Map<Queue, String> urls = new ConcurrentHashMap<>();

    Doorbell(SqsClient sqs, JsonMapper json, @Value("${standard.queues.prefix:standard}") String prefix) {
        this.sqs = sqs;
        this.json = json;
        this.prefix = prefix;
    }

    void ring(Queue queue, JobMessage message) {
        ring(queue, message, Duration.ZERO);
    }

    /// Rings for many at a time, as many as the queue takes in one call.
    void ring(Queue queue, List<JobMessage> messages) {
        var url = urls.computeIfAbsent(queue, this::url);
        for (int from = 0; from < messages.size(); from += A_CALL) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (var message : messages.subList(from, Math.min(from + A_CALL, messages.size()))) {
                var id = Integer.toString(entries.size());
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id(id)
                        .messageBody(body(message))
                        .build());
            }
            var sent = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
            if (sent.hasFailed()) {
                LOG.warn(
                        "{} of {} jobs for {} could not be rung for",
                        sent.failed().size(),
                        entries.size(),
                        queue);
            }
        }
    }

    /// @param pause after which the message can be heard; a part of a second counts as a whole one, so that it is never
    ///              heard too early
    void ring(Queue queue, JobMessage message, Duration pause) {
        var url = urls.computeIfAbsent(queue, this::url);
        int seconds = Math.clamp(pause.plusMillis(999).toSeconds(), 0, MOST_SECONDS);
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body(message)).delaySeconds(seconds));
    }

    /// Asks the queue service for a queue, without a cache between.
    void look(Queue queue) {
        url(queue);
    }

    private String url(Queue queue) {
        return sqs.getQueueUrl(get -> get.queueName(prefix + "-" + queue)).queueUrl();
    }

    private String body(JobMessage message) {
        try {
            return new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
