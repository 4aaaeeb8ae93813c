package eu.bekaa.standard.testing;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/// Sends requests to the server under test and gives back answers and refusals alike. The server is Netty, or, with the
/// system property `standard.shape` set to `lambda`, the Lambda handler behind a gateway.
@Singleton
public class Http {
    private static final Argument<Map<String, Object>> JSON = Argument.mapOf(String.class, Object.class);

    private final HttpClient client;

    Http(@Client("/") HttpClient netty, BeanProvider<LambdaShape> lambda) {
        this.client = LambdaShape.isWanted() ? lambda.get().client() : netty;
    }

    /// Whether requests go through the gateway, which speaks TLS to its clients and takes 10 MB.
    public static boolean isBehindGateway() {
        return LambdaShape.isWanted();
    }

    /// The answer, whatever its status; its body is JSON, or absent.
    @SuppressWarnings("unchecked")
    public HttpResponse<Map<String, Object>> send(MutableHttpRequest<?> request) {
        try {
            return client.toBlocking().exchange(request, JSON, JSON);
        } catch (HttpClientResponseException refused) {
            return (HttpResponse<Map<String, Object>>) (HttpResponse<?>) refused.getResponse();
        }
    }

    /// The body of an answer that has one.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> body(HttpResponse<Map<String, Object>> response) {
        return Objects.requireNonNull(
                (Map<String, Object>) response.getBody(Map.class).orElse(null));
    }

    /// The `error` object of a refusal.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> error(HttpResponse<Map<String, Object>> response) {
        return (Map<String, Object>) Objects.requireNonNull(body(response).get("error"));
    }
}
