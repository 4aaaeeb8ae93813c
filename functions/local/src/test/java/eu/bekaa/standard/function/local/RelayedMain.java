package eu.bekaa.standard.function.local;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The platform as its own program starts it, but that it reaches object store and queues by way of relays. It says
/// where these lead: `objects <address>` and `queues <address>`.
public final class RelayedMain {
    static final String OBJECTS = "STANDARD_RELAY_OBJECTS";
    static final String QUEUES = "STANDARD_RELAY_QUEUES";

    private static final String OBJECTS_AT = "aws.services.s3.endpoint-override";
    private static final String QUEUES_AT = "aws.services.sqs.endpoint-override";

    private RelayedMain() {}

    /// @param arguments none
    public static void main(String[] arguments) {
        try {
            run();
        } catch (Exception failure) {
            LocalLog.startFailed(failure);
            System.err.println("The platform did not start: " + failure);
            System.exit(1);
        }
    }

    private static void run() throws InterruptedException {
        var settings = Settings.of(System.getenv());
        var home = Home.take(settings.home());
        System.setProperty("standard.logs", home.logs().toString());
        System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        var console = Console.standard();
        var teardown = new Teardown();
        teardown.add(home);
        Runtime.getRuntime().addShutdownHook(new Thread(teardown::close, "stop"));
        var platform = Platform.start(settings, home, relayed(Parts.start(home, teardown), console), teardown, console);
        console.ready(platform, home);
        new CountDownLatch(1).await();
    }

    private static Parts relayed(Parts parts, Console console) {
        console.say("objects " + parts.cloud().get(OBJECTS_AT));
        console.say("queues " + parts.cloud().get(QUEUES_AT));
        var cloud = new HashMap<>(parts.cloud());
        cloud.putAll(Map.of(OBJECTS_AT, System.getenv(OBJECTS), QUEUES_AT, System.getenv(QUEUES)));
        return new Parts(parts.database(), queues(cloud), cloud, parts.announceWaiting());
    }

    private static SqsClient queues(Map<String, Object> cloud) {
        return SqsClient.builder()
                .endpointOverride(URI.create(cloud.get(QUEUES_AT).toString()))
                .region(Region.of(cloud.get("aws.region").toString()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
