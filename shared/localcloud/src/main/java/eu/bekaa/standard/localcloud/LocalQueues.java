package eu.bekaa.standard.localcloud;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// An SQS server in memory: every queue has a dead-letter queue, `<name>-dead`, to which a message goes that was
/// received too often. What it holds is lost with the process, so nothing may live in a queue alone.
public final class LocalQueues implements AutoCloseable {
    /// How often a message is delivered before it is put aside.
    public static final int MAX_RECEIVES = 5;

    /// The region in which the local cloud pretends to be.
    public static final String REGION = "eu-central-1";

    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;

    private LocalQueues(SQSRestServer server, URI endpoint, SqsClient client) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = client;
    }

    /// @param names      the queues to make
    /// @param visibility how long a received message stays hidden before it is delivered again
    public static LocalQueues start(Collection<String> names, Duration visibility) {
        var server = SQSRestServerBuilder.withInterface("localhost")
                .withDynamicPort()
                .withAWSRegion(REGION)
                .start();
        var endpoint = URI.create(
                "http://localhost:" + server.waitUntilStarted().localAddress().getPort());
        var client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        var queues = new LocalQueues(server, endpoint, client);
        names.forEach(name -> queues.create(name, visibility));
        return queues;
    }

    public URI endpoint() {
        return endpoint;
    }

    /// A client of this server. Closed with it.
    public SqsClient client() {
        return client;
    }

    /// The address of a queue.
    public String url(String name) {
        return client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    /// Puts a text into a queue.
    public void send(String name, String body) {
        var url = url(name);
        client.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    /// Takes no further request. Those that wait for messages end by themselves, within seconds.
    @Override
    public void close() {
        client.close();
        server.stopAndGetFuture().apply();
    }

    private void create(String name, Duration visibility) {
        var deadLetters =
                client.createQueue(queue -> queue.queueName(name + "-dead")).queueUrl();
        var arn = client.getQueueAttributes(
                        wanted -> wanted.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        var redrive = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"" + MAX_RECEIVES + "\"}";
        client.createQueue(queue -> queue.queueName(name)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(visibility.toSeconds()),
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive)));
    }
}
