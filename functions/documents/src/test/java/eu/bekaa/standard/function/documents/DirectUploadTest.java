package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.knowledge.document.Arrivals;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@MicronautTest(transactional = false)
class DirectUploadTest {
    private static final byte[] POLICY =
            "Every account has an owner.\n".repeat(300_000).getBytes(StandardCharsets.UTF_8);

    @Inject
    Desk desk;

    @Inject
    Workers workers;

    @Inject
    Arrivals arrivals;

    @Inject
    AuditLog audit;

    @Inject
    S3Client s3;

    private Desk.Place place;

    @BeforeEach
    void anAssessment() {
        place = desk.place();
    }

    @Test
    void std40_aLargeFileGoesToStorageDirectly() throws Exception {
        var link = reserve("Räksmörgås plan.txt", Map.of("document_type", "policy", "file_size", POLICY.length));
        assertThat(desk.get(place, document(link)).status()).isEqualTo(404);
        assertThat(put(link, POLICY)).isEqualTo(200);
        workers.uploads();
        var document = desk.get(place, document(link));
        assertThat(document.body())
                .containsEntry("original_filename", "Räksmörgås plan.txt")
                .containsEntry("document_type", "policy")
                .containsEntry("file_size", POLICY.length)
                .containsEntry("uploaded_by", place.assessor().actor().id().toString())
                .containsEntry("status", "queued_for_extraction")
                .containsEntry("scan_status", "skipped");
        assertThat(incoming()).isEmpty();
        workers.ingest();
        assertThat(desk.get(place, document(link)).text("status")).isEqualTo("queued_for_embedding");
    }

    @Test
    void std40_aFileThatFailsItsChecksIsRemovedAndRejected() throws Exception {
        var wrongType = reserve("plan.pdf", Map.of());
        put(wrongType, "no pdf".getBytes(StandardCharsets.UTF_8));
        var tooLarge = reserve("large.txt", Map.of());
        put(tooLarge, new byte[26 << 20]);
        var empty = reserve("empty.txt", Map.of());
        put(empty, new byte[0]);
        workers.uploads();
        assertThat(desk.get(place, document(wrongType)).body())
                .containsEntry("status", "rejected")
                .containsEntry("scan_status", "pending")
                .containsEntry("status_reason", "The content of the file is not pdf.");
        assertThat(desk.get(place, document(tooLarge)).text("status_reason"))
                .isEqualTo("The file is larger than 25 MB.");
        assertThat(desk.get(place, document(empty)).text("status_reason")).isEqualTo("The file is empty.");
        assertThat(desk.get(place, document(wrongType) + "/download").code()).isEqualTo("CONFLICT");
        assertThat(incoming()).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void std41_malwareIsRemovedAndRecorded() throws Exception {
        var link = reserve("plan.txt", Map.of());
        put(
                link,
                ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                        .getBytes(StandardCharsets.US_ASCII));
        workers.uploads();
        assertThat(desk.get(place, document(link)).body())
                .containsEntry("status", "rejected")
                .containsEntry("scan_status", "infected")
                .containsEntry("malware_signature", "EICAR-Test-File");
        assertThat(stored()).isEmpty();
        var filter = new AuditLog.Filter(null, null, "security.malware_detected", null, null);
        assertThat(audit.page(place.tenant().auditor(), filter, PageRequest.of(null, null))
                        .data())
                .hasSize(1);
    }

    @Test
    void std44_anArrivalToldTwiceOrLateCountsOnce() throws Exception {
        var link = reserve("plan.txt", Map.of());
        put(link, POLICY);
        var key = incoming().getFirst();
        arrivals.arrived(key);
        arrivals.arrived(key);
        workers.uploads();
        assertThat(desk.get(place, place.path() + "/documents").data()).hasSize(1);
        assertThat(desk.get(place, document(link) + "/jobs").data()).hasSize(1);

        put(link, "Other words, sent to the same address afterwards".getBytes(StandardCharsets.UTF_8));
        workers.uploads();
        assertThat(desk.get(place, document(link)).body()).containsEntry("file_size", POLICY.length);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aWrongSignatureIsRefusedByStorage() throws Exception {
        var link = new HashMap<>(reserve("plan.txt", Map.of()));
        link.put("url", String.valueOf(link.get("url")).replaceAll("X-Amz-Signature=.{8}", "X-Amz-Signature=00000000"));
        assertThat(put(link, new byte[] {1})).isEqualTo(403);
    }

    @Test
    void aMessageThatIsNoNotificationIsLeftToTheDeadLetterQueue() {
        assertThat(workers.upload("not json")).isFalse();
        assertThat(workers.upload("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"standard\"}"))
                .isTrue();
        assertThat(
                        workers.upload(
                                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"incoming/x/y\"}}}]}"))
                .isTrue();
    }

    @Test
    void std40_whatTheNameTellsIsRefusedAtOnce() {
        assertThat(desk.post(place, place.path() + "/documents/upload-url", Map.of("filename", "a.exe"))
                        .status())
                .isEqualTo(415);
        assertThat(desk.post(
                                place,
                                place.path() + "/documents/upload-url",
                                Map.of("filename", "a.txt", "file_size", 26 << 20))
                        .status())
                .isEqualTo(413);
        assertThat(desk.post(place, place.path() + "/documents/upload-url", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(desk.post(
                                place,
                                place.path() + "/documents/upload-url",
                                Map.of("filename", "a.txt", "colour", "red"))
                        .status())
                .isEqualTo(400);
    }

    private Map<String, Object> reserve(String filename, Map<String, Object> more) {
        var request = new HashMap<String, Object>(more);
        request.put("filename", filename);
        var link = desk.post(place, place.path() + "/documents/upload-url", request);
        assertThat(link.status()).as("%s", link.body()).isEqualTo(201);
        return link.body();
    }

    @SuppressWarnings("unchecked")
    private static int put(Map<String, Object> link, byte[] content) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(String.valueOf(link.get("url"))))
                .PUT(BodyPublishers.ofByteArray(content));
        ((Map<String, String>) Objects.requireNonNull(link.get("headers"))).forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String document(Map<String, Object> link) {
        return "/api/v1/documents/" + link.get("document_id");
    }

    private List<String> incoming() {
        return keys("incoming/" + place.tenant().organizationId());
    }

    private List<String> stored() {
        return keys("tenants/" + place.tenant().organizationId());
    }

    private List<String> keys(String prefix) {
        return s3.listObjectsV2(list -> list.bucket("standard").prefix(prefix)).contents().stream()
                .map(object -> object.key())
                .toList();
    }
}
