package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.kernel.PageRequest;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class DownloadTest {
    @Inject
    Desk desk;

    @Inject
    EmbeddedServer server;

    @Inject
    AuditLog audit;

    private Desk.Place place;

    @BeforeEach
    void anAssessment() {
        place = desk.place();
    }

    @Test
    void aSmallFileComesBackAsItWasAndIsAudited() throws Exception {
        var content = "<p onclick=alert(1)>Policy ü</p>";
        var id = desk.uploaded(place, "Policy \"ü\" *.html", content);
        var answer = download(id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header)
                        .startsWith("attachment; filename=\"Policy_u")
                        .endsWith(".html"));
        var filter = new AuditLog.Filter(null, null, "document.downloaded", null, null);
        assertThat(audit.page(place.tenant().auditor(), filter, PageRequest.of(null, null))
                        .data())
                .singleElement()
                .satisfies(event -> assertThat(event.resourceId()).isEqualTo(id));
    }

    @Test
    void aLargeFileIsFetchedFromStorage() throws Exception {
        var content = "Every account has an owner.\n".repeat(200_000);
        var id = desk.uploaded(place, "Große Richtlinie.txt", content);
        var answer = download(id);
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        try (var client = HttpClient.newHttpClient()) {
            var file = client.send(
                    java.net.http.HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.ofByteArray());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(header ->
                            assertThat(header).contains("attachment").contains("Gro%C3%9Fe%20Richtlinie.txt"));
        }
    }

    private HttpResponse<byte[]> download(UUID id) throws IOException, InterruptedException {
        var headers = place.tenant().as(place.assessor(), HttpRequest.GET("/")).getHeaders();
        var request = java.net.http.HttpRequest.newBuilder(
                URI.create(server.getURI() + "/api/v1/documents/" + id + "/download"));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
