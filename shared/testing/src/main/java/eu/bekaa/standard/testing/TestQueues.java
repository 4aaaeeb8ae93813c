package eu.bekaa.standard.testing;

import eu.bekaa.standard.localcloud.LocalQueues;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SQS server of this test JVM, with the product's queues; `<name>-dead` holds what was delivered too often.
public final class TestQueues {
    private static final List<String> NAMES = List.of(
            "standard-ingestion",
            "standard-embeddings",
            "standard-reports",
            "standard-analysis",
            "standard-imports",
            "standard-uploads",
            "standard-deliveries");
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private static final Once<LocalQueues> SERVER = new Once<>(() -> LocalQueues.start(NAMES, VISIBILITY));

    private TestQueues() {}

    public static SqsClient client() {
        return SERVER.get().client();
    }

    /// The address of a queue, for instance of `standard-ingestion`.
    public static String url(String name) {
        return SERVER.get().url(name);
    }

    static LocalQueues server() {
        return SERVER.get();
    }
}
