package eu.bekaa.standard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.localcloud.LocalObjects;
import eu.bekaa.standard.localcloud.LocalObjects.Credentials;
import eu.bekaa.standard.localcloud.LocalQueues;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@MicronautTest(transactional = false, startApplication = false)
class LocalCloudTest {
    private static final Credentials KEYS = new Credentials("mine", "my-secret");

    @Inject
    JsonMapper json;

    @Test
    void anUploadUnderIncomingIsAnnouncedAsAwsDoesWithItsKeyEncoded() throws IOException {
        var events = new ArrayList<String>();
        try (var objects = LocalObjects.temporary(KEYS, events::add);
                var s3 = client(objects, KEYS)) {
            put(s3, "incoming/a b/Richtlinie ü+1.pdf", "twelve bytes");
            put(s3, "tenants/elsewhere.pdf", "not announced");

            assertThat(events).hasSize(1);
            var record = json.readValue(events.getFirst(), JsonNode.class)
                    .get("Records")
                    .get(0);
            assertThat(record.get("eventName").getStringValue()).isEqualTo("ObjectCreated:Put");
            var object = record.get("s3").get("object");
            assertThat(object.get("key").getStringValue()).isEqualTo("incoming/a+b/Richtlinie+%C3%BC%2B1.pdf");
            assertThat(object.get("size").getLongValue()).isEqualTo(12);
        }
    }

    @Test
    void aWrongSignatureIsRefused() {
        try (var objects = LocalObjects.temporary(KEYS, event -> {});
                var stranger = client(objects, new Credentials("mine", "guessed"))) {
            assertThatThrownBy(() -> put(stranger, "incoming/x", "x"))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void aPreSignedAddressTakesAFileAndATamperedOneDoesNot() throws Exception {
        var events = new ArrayList<String>();
        try (var objects = LocalObjects.temporary(KEYS, events::add);
                var presigner = presigner(objects);
                var http = HttpClient.newHttpClient()) {
            var url = presigner
                    .presignPutObject(sign -> sign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(
                                    put -> put.bucket(LocalObjects.BUCKET).key("incoming/f.txt")))
                    .url()
                    .toString();

            assertThat(status(http, url.replace("f.txt", "g.txt"))).isEqualTo(403);
            assertThat(status(http, url)).isEqualTo(200);
            assertThat(events).hasSize(1);
        }
    }

    @Test
    void objectsSurviveARestartAndWaitingUploadsAreAnnouncedAgain(@TempDir Path directory) {
        var events = new ArrayList<String>();
        try (var objects = LocalObjects.at(directory, KEYS, event -> {});
                var s3 = client(objects, KEYS)) {
            put(s3, "incoming/left.txt", "left");
        }
        try (var objects = LocalObjects.at(directory, KEYS, events::add);
                var s3 = client(objects, KEYS)) {
            assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket(LocalObjects.BUCKET).key("incoming/left.txt"))
                            .asUtf8String())
                    .isEqualTo("left");
            objects.announceWaiting();
            assertThat(events).singleElement().asString().contains("incoming/left.txt");
        }
    }

    @Test
    void aMessageDeliveredTooOftenGoesToTheDeadLetterQueue() {
        try (var queues = LocalQueues.start(List.of("work"), Duration.ZERO)) {
            queues.send("work", "poison");
            Eventually.asserts(() -> {
                queues.client().receiveMessage(receive -> receive.queueUrl(queues.url("work")));
                assertThat(waiting(queues, "work-dead")).isEqualTo("1");
            });
            assertThat(waiting(queues, "work")).isEqualTo("0");
        }
    }

    private static String waiting(LocalQueues queues, String name) {
        return queues.client()
                .getQueueAttributes(wanted -> wanted.queueUrl(queues.url(name))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private static int status(HttpClient http, String url) throws Exception {
        var put = HttpRequest.newBuilder(URI.create(url))
                .PUT(BodyPublishers.ofString("hello"))
                .build();
        return http.send(put, BodyHandlers.discarding()).statusCode();
    }

    private static void put(S3Client s3, String key, String text) {
        s3.putObject(put -> put.bucket(LocalObjects.BUCKET).key(key), RequestBody.fromString(text));
    }

    private static S3Client client(LocalObjects objects, Credentials keys) {
        return S3Client.builder()
                .endpointOverride(objects.endpoint())
                .region(Region.EU_CENTRAL_1)
                .forcePathStyle(true)
                .credentialsProvider(provider(keys))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static S3Presigner presigner(LocalObjects objects) {
        return S3Presigner.builder()
                .endpointOverride(objects.endpoint())
                .region(Region.EU_CENTRAL_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(provider(KEYS))
                .build();
    }

    private static StaticCredentialsProvider provider(Credentials keys) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.accessKey(), keys.secretKey()));
    }
}
