package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/// Writes a refusal in the format of the path's family, or as a problem document (RFC 9457) where the client
/// asks for one.
@Singleton
final class ErrorAnswers {
    private static final MediaType PROBLEM = MediaType.of("application/problem+json");
    private static final String RETRY_SECONDS = "2";

    MutableHttpResponse<Object> answer(
            HttpRequest<?> request, ErrorCode code, String message, List<Refusal.Detail> details) {
        var trace = Trace.of(request);
        MutableHttpResponse<Object> response = HttpResponse.status(code.status(), code.name());
        if (code == ErrorCode.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", RETRY_SECONDS);
        }
        if (request.accept().stream().anyMatch(type -> PROBLEM.getName().equals(type.getName()))) {
            return response.contentType(PROBLEM)
                    .body(ProblemDocument.of(code, message, details, request.getPath(), trace));
        }
        return response.contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Family.of(request.getPath()).error(code, message, details, trace));
    }

    MutableHttpResponse<Object> answer(HttpRequest<?> request, Refusal refusal) {
        return answer(request, refusal.code(), refusal.getMessage(), refusal.details());
    }
}
