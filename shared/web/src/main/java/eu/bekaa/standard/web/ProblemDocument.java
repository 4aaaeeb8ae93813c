package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The same error as RFC 9457 writes it.
@Serdeable
record ProblemDocument(
        String type, String title, int status, String detail, String instance, String traceId, List<Map<String, String>> errors) {
    static ProblemDocument of(ErrorCode code, String message, List<Refusal.Detail> details, String path, String trace) {
        var errors = details.stream()
                .map(detail -> detail.field() == null
                        ? Map.of("message", detail.message())
                        : Map.of("field", detail.field(), "message", detail.message()))
                .toList();
        return new ProblemDocument(
                "/docs/errors#" + code.name().toLowerCase(Locale.ROOT),
                code.name(),
                code.status(),
                message,
                path,
                trace,
                errors);
    }
}
