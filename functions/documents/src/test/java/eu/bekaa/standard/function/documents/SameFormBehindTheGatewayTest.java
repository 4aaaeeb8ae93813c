package eu.bekaa.standard.function.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
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

    @Test
    void std40_anUploadBehindTheGatewayIsTheSameUpload() throws Exception {
        var place = desk.place();
        var content = "Every account has an owner.\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (var context = ApplicationContext.run();
                var function = new APIGatewayV2HTTPEventFunction(context)) {
            var accepted = function.handleRequest(
                    upload(place, Desk.form(Desk.text("language", "en"), Desk.file("Policy ü.txt", content))),
                    new MockLambdaContext());
            assertThat(accepted.getStatusCode()).as(accepted.getBody()).isEqualTo(202);
            assertThat(accepted.getBody()).contains("\"language\":\"en\"").contains("\"file_size\":" + content.length);
            var refused = function.handleRequest(
                    upload(place, Desk.form(Desk.text("language", "en"))), new MockLambdaContext());
            assertThat(refused.getStatusCode()).as(refused.getBody()).isEqualTo(400);
        }
        assertThat(desk.get(place, place.path() + "/documents").data())
                .singleElement()
                .satisfies(document -> assertThat(document).containsEntry("original_filename", "Policy ü.txt"));
    }

    private static APIGatewayV2HTTPEvent upload(Desk.Place place, byte[] form) {
        var headers = new HashMap<String, String>(Map.of("content-type", "multipart/form-data; boundary=edge"));
        place.tenant()
                .as(place.tenant().machine(), HttpRequest.GET("/"))
                .getHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(place.path() + "/documents")
                .withRawQueryString("")
                .withHeaders(headers)
                .withIsBase64Encoded(true)
                .withBody(Base64.getEncoder().encodeToString(form))
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath(place.path() + "/documents")
                                .build())
                        .build())
                .build();
    }
}
