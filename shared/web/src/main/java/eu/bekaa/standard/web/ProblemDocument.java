package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/// The same error as RFC 9457 writes it; `code`, `trace_id` and `errors` are members of our own.
@Serdeable
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Map<String, String>> errors) {
    /// The page of this server that explains the codes.
    private static final String PAGE = "/docs/errors#";

    static ProblemDocument of(ErrorCode code, String message, List<Refusal.Detail> details, String path, String trace) {
        var errors = details.stream()
                .map(detail -> detail.field() == null
                        ? Map.of("message", detail.message())
                        : Map.of("field", detail.field(), "message", detail.message()))
                .toList();
        var title = HttpStatus.valueOf(code.status()).getReason();
        return new ProblemDocument(PAGE + code.name(), title, code.status(), message, path, code.name(), trace, errors);
    }
}
