package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.ShippedApi;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The framework reads multipart bodies wrongly behind API Gateway (payload v2); the edge reads them itself.
@MicronautTest(transactional = false)
class SameFormBehindTheGatewayTest {
    @Inject
    Desk desk;

    @Inject
    JsonMapper json;

    @Test
    void std40_anUploadBehindTheGatewayIsTheSameUpload() throws Exception {
        var place = desk.place();
        var content = "Every account has an owner.\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (var context = ApplicationContext.run()) {
            var function = ShippedApi.of(context);
            var accepted = new String(
                    function.invoke(
                            upload(place, Desk.form(Desk.text("language", "en"), Desk.file("Policy ü.txt", content)))),
                    StandardCharsets.UTF_8);
            assertThat(accepted)
                    .contains("\"statusCode\":202")
                    .contains("\\\"language\\\":\\\"en\\\"")
                    .contains("\\\"file_size\\\":" + content.length);
            var refused = new String(
                    function.invoke(upload(place, Desk.form(Desk.text("language", "en")))), StandardCharsets.UTF_8);
            assertThat(refused).contains("\"statusCode\":400");
        }
        assertThat(desk.get(place, place.path() + "/documents").data())
                .singleElement()
                .satisfies(document -> assertThat(document).containsEntry("original_filename", "Policy ü.txt"));
    }

    private byte[] upload(Desk.Place place, byte[] form) throws IOException {
        var headers = new HashMap<String, String>(Map.of("content-type", "multipart/form-data; boundary=edge"));
        place.tenant()
                .as(place.tenant().machine(), HttpRequest.GET("/"))
                .getHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return json.writeValueAsBytes(Map.of(
                "rawQueryString",
                "",
                "headers",
                headers,
                "isBase64Encoded",
                true,
                "body",
                Base64.getEncoder().encodeToString(form),
                "requestContext",
                Map.of("http", Map.of("method", "POST", "path", place.path() + "/documents"))));
    }
}
