package eu.bekaa.standard.function.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class LargeImportTest {
    private static final byte[] WORKBOOK = CatalogHttp.workbook(
            "SCF 2033.1",
            new Object[] {"SCF Domain", "SCF Control", "SCF #", "Control Description", "Frame"},
            new Object[] {"Governance", "Programme", "GOV-01", "Text.", "1.1"});

    @Inject
    CatalogHttp catalog;

    @Inject
    Http http;

    private HttpResponse<Map<String, Object>> post(String path, Map<String, ?> body) {
        var tenant = catalog.tenant();
        return http.send(
                tenant.as(tenant.platformAdmin(), HttpRequest.POST("/api/v1/admin/scf/import-xlsx/" + path, body)));
    }

    private String put(byte[] file) throws IOException, InterruptedException {
        var ticket = post("upload-url", Map.of());
        assertThat(ticket.code()).isEqualTo(201);
        var body = Http.body(ticket);
        assertThat(body).containsKeys("upload_id", "url", "headers", "expires_at");
        var request = java.net.http.HttpRequest.newBuilder(URI.create(String.valueOf(body.get("url"))))
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(file));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        return String.valueOf(body.get("upload_id"));
    }

    @Test
    void aLargeWorkbookIsPutToItsAddressAndImportedOnce() throws Exception {
        var upload = put(WORKBOOK);

        var accepted = post("uploads/" + upload, Map.of("source_filename", "large.xlsx", "version_label", "large"));
        catalog.work();

        assertThat(accepted.code()).isEqualTo(202);
        assertThat(catalog.run(accepted)).containsEntry("status", "succeeded").containsEntry("version_label", "large");
        assertThat(post("uploads/" + upload, Map.of()).code()).isEqualTo(404);
    }

    @Test
    void whatFailsItsChecksIsRefusedAndRemoved() throws Exception {
        var upload = put(new byte[] {1, 2, 3});

        assertThat(post("uploads/" + upload, Map.of("version_label", "bad")).code())
                .isEqualTo(400);
        assertThat(post("uploads/" + upload, Map.of("version_label", "bad")).code())
                .isEqualTo(404);
    }

    @Test
    void anUploadThatNeverArrivedIsNotFound() {
        assertThat(post("uploads/" + UUID.randomUUID(), Map.of()).code()).isEqualTo(404);
    }
}
