package eu.bekaa.standard.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Sends a kept answer again, byte for byte.
@Singleton
final class ReplayHandler implements ExceptionHandler<Replay, HttpResponse<?>> {
    @Override
    public HttpResponse<?> handle(HttpRequest request, Replay replay) {
        var kept = replay.kept();
        MutableHttpResponse<Object> response = HttpResponse.status(kept.status(), "");
        var location = kept.location();
        if (location != null) {
            response.header("Location", location);
        }
        return response.header("Idempotent-Replayed", "true")
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(kept.body());
    }
}
