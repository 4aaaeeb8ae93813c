package eu.bekaa.standard.testing;

import eu.bekaa.standard.localcloud.LocalObjects;
import eu.bekaa.standard.localcloud.LocalQueues;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// S3 and SQS in a container, set up as the deployment does it: queues with dead-letter queues, a bucket that announces
/// what arrives under `incoming/`.
public final class LocalStack implements AutoCloseable {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.4");

    private final LocalStackContainer container;
    private final StaticCredentialsProvider credentials;
    private final SqsClient queues;

    private LocalStack(LocalStackContainer container) {
        this.container = container;
        credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey()));
        queues = SqsClient.builder()
                .endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /// Starts it; without Docker the test that asks for it is skipped and says why.
    /// @param names   the queues to make
    /// @param uploads the one on which uploads are announced
    public static LocalStack start(Collection<String> names, Duration visibility, String uploads) {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "LocalStack needs Docker, which is not there.");
        var container = new LocalStackContainer(IMAGE).withServices("s3", "sqs");
        container.start();
        var stack = new LocalStack(container);
        names.forEach(name -> stack.create(name, visibility));
        stack.createBucket(uploads);
        return stack;
    }

    /// Reaches the queues. Closed with the container.
    public SqsClient queues() {
        return queues;
    }

    /// Where the product finds queues and objects.
    public Map<String, Object> properties() {
        var endpoint = container.getEndpoint().toString();
        return Map.of(
                "aws.region",
                container.getRegion(),
                "aws.access-key-id",
                container.getAccessKey(),
                "aws.secret-access-key",
                container.getSecretKey(),
                "aws.services.sqs.endpoint-override",
                endpoint,
                "aws.services.s3.endpoint-override",
                endpoint,
                "aws.s3.path-style-access-enabled",
                true,
                "standard.storage.bucket",
                LocalObjects.BUCKET);
    }

    @Override
    public void close() {
        queues.close();
        container.stop();
    }

    private void create(String name, Duration visibility) {
        var dead = queues.createQueue(queue -> queue.queueName(name + "-dead")).queueUrl();
        var redrive = "{\"deadLetterTargetArn\":\"" + arn(dead) + "\",\"maxReceiveCount\":\"" + LocalQueues.MAX_RECEIVES
                + "\"}";
        queues.createQueue(queue -> queue.queueName(name)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(visibility.toSeconds()),
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive)));
    }

    private void createBucket(String uploads) {
        var queue = arn(queues.getQueueUrl(get -> get.queueName(uploads)).queueUrl());
        try (var s3 = S3Client.builder()
                .endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            s3.createBucket(create -> create.bucket(LocalObjects.BUCKET));
            s3.putBucketNotificationConfiguration(put -> put.bucket(LocalObjects.BUCKET)
                    .notificationConfiguration(notify -> notify.queueConfigurations(announce -> announce.queueArn(queue)
                            .events(Event.S3_OBJECT_CREATED)
                            .filter(filter -> filter.key(key -> key.filterRules(
                                    rule -> rule.name(FilterRuleName.PREFIX).value(LocalObjects.INCOMING)))))));
        }
    }

    private String arn(String url) {
        var attributes =
                queues.getQueueAttributes(wanted -> wanted.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN));
        return Objects.requireNonNull(attributes.attributes().get(QueueAttributeName.QUEUE_ARN));
    }
}
