package eu.bekaa.standard.queue;

import io.micronaut.context.annotation.Value;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Sends the message that tells a queue's function to look at a job.
@Singleton
class Doorbell {
    /// What SQS allows.
    private static final int MOST_SECONDS = 900;

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
