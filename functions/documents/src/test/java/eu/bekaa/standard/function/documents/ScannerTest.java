package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.Arrivals;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Uploads beside a malware scanner that speaks the protocol of clamd: it finds the word `virus`, and is away when
/// told.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScannerTest implements TestPropertyProvider {
    private static final byte[] HARMLESS = "Every account has an owner.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HARMFUL = "A virus of our own.".getBytes(StandardCharsets.UTF_8);

    private final ServerSocket scanner = listen();
    private volatile boolean away;

    @Inject
    Desk desk;

    @Inject
    Arrivals arrivals;

    @Inject
    S3Client store;

    private Desk.Place place;

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Map<String, String> getProperties() {
        Thread.ofVirtual().start(this::serve);
        return Map.of("standard.malware.clamd", "127.0.0.1:" + scanner.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                try (var caller = scanner.accept()) {
                    if (!away) {
                        var in = new DataInputStream(caller.getInputStream());
                        in.readNBytes("zINSTREAM\0".length());
                        var content = new StringBuilder();
                        for (int length = in.readInt(); length > 0; length = in.readInt()) {
                            content.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                        }
                        var found = content.indexOf("virus") >= 0;
                        caller.getOutputStream()
                                .write((found ? "stream: Our.Virus FOUND\0" : "stream: OK\0")
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException closed) {
            assertThat(scanner.isClosed()).isTrue();
        }
    }

    @AfterAll
    void stop() throws IOException {
        scanner.close();
    }

    @BeforeEach
    void anAssessment() {
        place = desk.place();
        away = false;
    }

    private long stored() {
        return store
                .listObjectsV2Paginator(request -> request.bucket("standard")
                        .prefix("tenants/" + place.tenant().organizationId() + "/"))
                .contents()
                .stream()
                .count();
    }

    private Desk.Answer reserved() {
        return desk.post(place, place.path() + "/documents/upload-url", Map.of("filename", "plan.txt"));
    }

    @SuppressWarnings("unchecked")
    private String arrive(Desk.Answer link, byte[] content) throws Exception {
        var put = HttpRequest.newBuilder(URI.create(link.text("url"))).PUT(BodyPublishers.ofByteArray(content));
        ((Map<String, String>) (Map<?, ?>) link.object("headers")).forEach(put::header);
        HttpClient.newHttpClient().send(put.build(), BodyHandlers.discarding());
        return store
                .listObjectsV2Paginator(request -> request.bucket("standard")
                        .prefix("incoming/" + place.tenant().organizationId() + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void std41_whatTheScannerPassesIsCalledClean() {
        var answer = desk.upload(place, "a.txt", HARMLESS);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.object("document")).containsEntry("scan_status", "clean");
    }

    @Test
    void std41_whatTheScannerFindsIsNotStored() {
        var answer = desk.upload(place, "a.txt", HARMFUL);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MALWARE_DETECTED");
        assertThat(stored()).isZero();
    }

    @Test
    void std41_withoutTheScannerNothingIsStored() {
        away = true;
        var answer = desk.upload(place, "a.txt", HARMLESS);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(desk.get(place, place.path() + "/documents").data()).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void std41_whatArrivesBesideTheApiWaitsForTheScanner() throws Exception {
        var link = reserved();
        away = true;
        var key = arrive(link, HARMLESS);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> arrivals.arrived(key)))
                .isInstanceOf(Refusal.class);
        assertThat(stored()).isZero();

        away = false;
        arrivals.arrived(key);
        assertThat(desk.get(place, "/api/v1/documents/" + link.text("document_id"))
                        .body())
                .containsEntry("scan_status", "clean");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void std41_whatArrivesBesideTheApiIsScanned() throws Exception {
        var link = reserved();
        arrivals.arrived(arrive(link, HARMFUL));
        assertThat(desk.get(place, "/api/v1/documents/" + link.text("document_id"))
                        .body())
                .containsEntry("status", "rejected")
                .containsEntry("malware_signature", "Our.Virus");
        assertThat(stored()).isZero();
    }
}
