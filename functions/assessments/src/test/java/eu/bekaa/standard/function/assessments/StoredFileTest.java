package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.Renderings;
import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.StorageConfig;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Files of reports as they lie in storage: large ones, and ones that somebody has changed.
@MicronautTest(transactional = false)
class StoredFileTest {
    private static final int LARGE = 9 << 20;

    @Inject
    Desk.Office office;

    @Inject
    Jobs jobs;

    @Inject
    RenderQueue queue;

    @Inject
    Renderings renderings;

    @Inject
    S3Client s3;

    @Inject
    StorageConfig storage;

    @Inject
    EmbeddedServer server;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Desk desk;
    private String report;

    @BeforeEach
    void aGeneratedReport() {
        desk = office.desk(Line.absent("ID.AM-1", "AST-01"));
        desk.approvedGap();
        report = text(
                desk.assessor()
                        .post(
                                202,
                                desk.base() + "/reports/generate",
                                Map.of("report_type", "gap_analysis_report", "format", "csv")),
                "report_version_id");
    }

    @Test
    void std103_aLargeFileIsHandedOutByAnAddressThatExpiresAndOpensNothingElse() throws Exception {
        var content = stored(LARGE);

        var answer = download(desk.assessor().caller());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        var address = answer.headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("X-Amz-Expires=900").contains("/tenants/" + organization() + "/");
        var file = browser.send(
                java.net.http.HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(content);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith(".csv\"");
        var elsewhere = address.replaceFirst("/tenants/[^/]+/", "/tenants/" + UUID.randomUUID() + "/");
        var longer = address.replace("X-Amz-Expires=900", "X-Amz-Expires=90000");
        for (var forged : List.of(elsewhere, longer)) {
            var request =
                    java.net.http.HttpRequest.newBuilder(URI.create(forged)).build();
            assertThat(browser.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void std2_anotherOrganizationGetsNoAddress() throws Exception {
        stored(LARGE);
        var stranger = office.desk(Line.absent("ID.AM-1", "AST-01"));

        assertThat(send(stranger, stranger.assessor().caller()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 10, LARGE})
    void std102_aFileThatWasChangedInStorageIsNotHandedOutAndCanBeMadeAgain(int size) throws Exception {
        stored(size);
        s3.putObject(put -> put.bucket(storage.bucket()).key(key()), RequestBody.fromBytes(new byte[size]));

        var answer = download(desk.assessor().caller());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("CONFLICT", "not the one that was rendered");
        assertThat(audited("security.report_file_damaged")).isEqualTo(1);
        assertThat(audited("report.downloaded")).isZero();
        desk.assessor().post(202, "/reports/" + report + "/render", Map.of());
        queue.work(desk.assessor().caller(), report);
        assertThat(download(desk.assessor().caller()).statusCode()).isEqualTo(200);
    }

    @Test
    void std102_aFileThatIsGoneCanBeMadeAgain() throws Exception {
        stored(1 << 10);
        s3.deleteObject(delete -> delete.bucket(storage.bucket()).key(key()));

        assertThat(download(desk.assessor().caller()).statusCode()).isEqualTo(409);
        desk.assessor().post(202, "/reports/" + report + "/render", Map.of());
        queue.work(desk.assessor().caller(), report);
        assertThat(download(desk.assessor().caller()).statusCode()).isEqualTo(200);
    }

    /// A file of that size, put in place as the queue's worker does it.
    private byte[] stored(int size) {
        var caller = desk.assessor().caller();
        var content = new byte[size];
        new Random(size).nextBytes(content);
        var job = jobs.ofSubject(caller, UUID.fromString(report)).getFirst();
        var order = renderings.begin(caller, job);
        renderings.finish(caller, job, order, renderings.place(caller, job, order, content));
        return content;
    }

    private UUID organization() {
        return desk.assessor().caller().org();
    }

    /// Where the one file of the report lies.
    private String key() {
        var folder =
                "tenants/" + organization() + "/assessments/" + desk.assessed().assessmentId() + "/reports/" + report;
        var objects = s3.listObjectsV2(list -> list.bucket(storage.bucket()).prefix(folder + "/"))
                .contents();
        assertThat(objects).hasSize(1);
        return objects.getFirst().key();
    }

    private HttpResponse<byte[]> download(Caller caller) throws IOException, InterruptedException {
        return send(desk, caller);
    }

    /// Without following where it leads.
    private HttpResponse<byte[]> send(Desk from, Caller caller) throws IOException, InterruptedException {
        var path = "/api/v1/reports/" + report + "/download";
        var request = java.net.http.HttpRequest.newBuilder(server.getURI().resolve(path));
        from.tenant()
                .as(caller, HttpRequest.GET(path))
                .getHeaders()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    private int audited(String action) {
        return OwnerSql.count(
                "SELECT count(*) FROM audit_record WHERE action = ? AND resource_id = ?",
                action,
                UUID.fromString(report));
    }
}
