package eu.bekaa.standard.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The same form through Netty and through API Gateway payload v2.
class MultipartTransportTest {
    private static final int MB = 1 << 20;
    private static final Map<String, Object> SETTINGS = Map.of(
            "transport",
            "true",
            "micronaut.server.port",
            -1,
            "micronaut.server.thread-selection",
            "blocking",
            "micronaut.server.max-request-size",
            "52MB");

    @Test
    void netty() throws Exception {
        try (var server = ApplicationContext.run(EmbeddedServer.class, SETTINGS)) {
            assertThat(netty(server, Forms.form(Forms.text("note", "ä"), Forms.file("file", "a.txt", Forms.bytes(3 * MB)))))
                    .isEqualTo("200 a.txt 3145728 ä");
            assertThat(netty(server, Forms.form(Forms.text("note", "x")))).startsWith("400");
            assertThat(netty(server, Forms.form(Forms.file("file", "a.txt", Forms.bytes(30 * MB))))).startsWith("413");
            assertThat(netty(server, Forms.form(Forms.file("file", "a.txt", Forms.bytes(60 * MB))))).startsWith("413");
        }
    }

    @Test
    void lambda() {
        try (var context = ApplicationContext.run(SETTINGS);
                var function = new APIGatewayV2HTTPEventFunction(context)) {
            var whole = Forms.form(Forms.text("note", "ä"), Forms.file("file", "a.txt", Forms.bytes(3 * MB)));
            assertThat(lambda(function, whole)).isEqualTo("200 a.txt 3145728 ä");
            assertThat(lambda(function, Forms.form(Forms.text("note", "x")))).startsWith("400");
        }
    }

    private static String netty(EmbeddedServer server, byte[] body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.getURI() + "/transport"))
                    .header("Content-Type", Forms.TYPE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    private static String lambda(APIGatewayV2HTTPEventFunction function, byte[] body) {
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/transport")
                .withRawQueryString("")
                .withHeaders(Map.of("content-type", Forms.TYPE))
                .withIsBase64Encoded(true)
                .withBody(Base64.getEncoder().encodeToString(body))
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("POST")
                                .withPath("/transport")
                                .build())
                        .build())
                .build();
        APIGatewayV2HTTPResponse response = function.handleRequest(event, new MockLambdaContext());
        return response.getStatusCode() + " " + response.getBody();
    }

    @Requires(property = "transport")
    @Controller("/transport")
    static class Echo {
        @Post(consumes = MediaType.MULTIPART_FORM_DATA, produces = MediaType.TEXT_PLAIN)
        String echo(MultipartForm form) {
            var file = form.file("file");
            return file.filename() + " " + file.bytes().length + " " + form.text("note");
        }

        @Error
        HttpResponse<String> refuse(Refusal refusal) {
            return HttpResponse.<String>status(HttpStatus.valueOf(refusal.code().status()))
                    .body(refusal.getMessage());
        }
    }
}
