package eu.bekaa.standard.function.local;

import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.localcloud.LocalDatabase;
import eu.bekaa.standard.localcloud.LocalObjects;
import eu.bekaa.standard.localcloud.LocalObjects.Credentials;
import eu.bekaa.standard.localcloud.LocalQueues;
import eu.bekaa.standard.queue.Queue;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the platform stands on, running.
/// @param queues          reaches the product's queues
/// @param cloud           where the product finds queues and objects
/// @param announceWaiting announces again the uploads that nobody has heard of
record Parts(LocalDatabase database, SqsClient queues, Map<String, Object> cloud, Runnable announceWaiting) {
    /// Longer than a delivery that fails at once takes, far shorter than a lease: a late duplicate finds the job in
    /// other hands.
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    Parts {
        cloud = Map.copyOf(cloud);
    }

    /// Starts the embedded parts side by side: PostgreSQL waits for the disk, the servers for the processor.
    static Parts start(Home home, Teardown teardown) {
        var credentials = new Credentials("standard", new Tokens().fresh());
        var database = started(() -> teardown.add(LocalDatabase.at(home.database(), home.binaries())));
        var queues = started(() -> teardown.add(LocalQueues.start(
                Arrays.stream(Queue.values()).map(Parts::queueName).toList(), VISIBILITY)));
        var objects = started(() -> teardown.add(LocalObjects.at(
                home.objects(), credentials, event -> queues.join().send(queueName(Queue.UPLOADS), event))));
        try {
            return new Parts(
                    database.join(),
                    queues.join().client(),
                    cloud(queues.join(), objects.join(), credentials),
                    objects.join()::announceWaiting);
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    static String queueName(Queue queue) {
        return "standard-" + queue;
    }

    /// Where the product finds all of it.
    Map<String, Object> properties() {
        var properties = new HashMap<>(cloud);
        properties.put("datasources.default.url", database.url());
        return properties;
    }

    private static Map<String, Object> cloud(LocalQueues queues, LocalObjects objects, Credentials credentials) {
        return Map.of(
                "aws.region",
                LocalQueues.REGION,
                "aws.access-key-id",
                credentials.accessKey(),
                "aws.secret-access-key",
                credentials.secretKey(),
                "aws.services.sqs.endpoint-override",
                queues.endpoint().toString(),
                "aws.services.s3.endpoint-override",
                objects.endpoint().toString(),
                "aws.s3.path-style-access-enabled",
                true,
                "standard.storage.bucket",
                LocalObjects.BUCKET);
    }

    private static <T> CompletableFuture<T> started(Supplier<T> start) {
        var future = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(start.get());
            } catch (RuntimeException | Error failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }
}
