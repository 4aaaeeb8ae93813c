package eu.bekaa.standard.infra;

import eu.bekaa.standard.queue.Queue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The bucket and the queues. One stack, because the bucket announces uploads on a queue that admits nobody else.
final class StorageStack extends Stack {
    /// How often a message is delivered before it is put aside.
    private static final int MAX_RECEIVES = 5;
    /// Slack between a function's timeout and the next delivery.
    private static final Duration SLACK = Duration.seconds(30);

    private final Stage stage;
    final Key key;
    /// Wraps the keys of secrets that must be read again: those of webhooks and integrations.
    final Key secrets;
    /// Signs audit logs; its other half is given to whoever wants to check them.
    final Key signing;
    final Bucket bucket;
    private final Map<Queue, software.amazon.awscdk.services.sqs.Queue> queues = new EnumMap<>(Queue.class);
    private final Map<Queue, software.amazon.awscdk.services.sqs.Queue> dead = new EnumMap<>(Queue.class);

    StorageStack(Construct scope, Stage stage, StackProps properties) {
        super(scope, stage.named("storage"), properties);
        this.stage = stage;
        key = Key.Builder.create(this, "Key")
                .description("Documents and reports of Standard, " + stage.name())
                .enableKeyRotation(true)
                .removalPolicy(removal())
                .build();
        secrets = Key.Builder.create(this, "Secrets")
                .description("Secrets of webhooks and integrations of Standard, " + stage.name())
                .enableKeyRotation(true)
                .removalPolicy(removal())
                .build();
        signing = Key.Builder.create(this, "Signing")
                .description("Signs the audit logs of Standard, " + stage.name())
                .keySpec(KeySpec.ECC_NIST_EDWARDS25519)
                .keyUsage(KeyUsage.SIGN_VERIFY)
                .removalPolicy(removal())
                .build();
        Arrays.stream(Queue.values()).forEach(this::create);
        bucket = bucket();
        bucket.addEventNotification(
                EventType.OBJECT_CREATED,
                new SqsDestination(queue(Queue.UPLOADS)),
                NotificationKeyFilter.builder().prefix("incoming/").build());
    }

    /// @return the queue that carries these messages
    software.amazon.awscdk.services.sqs.Queue queue(Queue queue) {
        return Objects.requireNonNull(queues.get(queue));
    }

    /// @return where its messages go that were delivered too often
    software.amazon.awscdk.services.sqs.Queue dead(Queue queue) {
        return Objects.requireNonNull(dead.get(queue));
    }

    private void create(Queue queue) {
        var aside = software.amazon.awscdk.services.sqs.Queue.Builder.create(this, queue.name() + "Dead")
                .queueName(stage.named(queue + "-dead"))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        dead.put(queue, aside);
        queues.put(
                queue,
                software.amazon.awscdk.services.sqs.Queue.Builder.create(this, queue.name())
                        .queueName(stage.named(queue.toString()))
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .visibilityTimeout(visibility(queue))
                        .retentionPeriod(Duration.days(4))
                        .deadLetterQueue(DeadLetterQueue.builder()
                                .queue(aside)
                                .maxReceiveCount(MAX_RECEIVES)
                                .build())
                        .build());
    }

    /// Not the customary six times the function's timeout: a message that comes twice finds its job in other hands, and
    /// one that comes late has been rung for again by the sweep.
    private static Duration visibility(Queue queue) {
        return Duration.seconds(Deployables.consumer(queue).timeout().toSeconds())
                .plus(SLACK);
    }

    private Bucket bucket() {
        var accesses = Bucket.Builder.create(this, "Accesses")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(stage.size().logDays))
                        .build()))
                .removalPolicy(removal())
                .autoDeleteObjects(!stage.isKept())
                .build();
        return Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .serverAccessLogsBucket(accesses)
                .lifecycleRules(List.of(
                        LifecycleRule.builder()
                                .id("former-versions")
                                .noncurrentVersionExpiration(Duration.days(stage.size().backupDays))
                                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                .expiredObjectDeleteMarker(true)
                                .build(),
                        forgotten("incoming/"),
                        forgotten("imports/incoming/")))
                .removalPolicy(removal())
                .autoDeleteObjects(!stage.isKept())
                .build();
    }

    /// Uploads that were never claimed; the product removes them sooner.
    private static LifecycleRule forgotten(String prefix) {
        return LifecycleRule.builder()
                .id("forgotten-" + prefix.replace('/', '-'))
                .prefix(prefix)
                .expiration(Duration.days(7))
                .build();
    }

    private RemovalPolicy removal() {
        return stage.isKept() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }
}
