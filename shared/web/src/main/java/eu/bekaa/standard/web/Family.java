package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An API family, told by its paths; each has its own form of error.
enum Family {
    STANDARD,
    SCP;

    static Family of(String path) {
        return path.startsWith("/api/") && !path.startsWith("/api/v1/") ? SCP : STANDARD;
    }

    /// The body of an error answer.
    Map<String, Object> error(ErrorCode code, String message, List<Refusal.Detail> details, String trace) {
        var reasons = details.stream().map(Family::reason).toList();
        return switch (this) {
            case STANDARD ->
                Map.of(
                        "error",
                        ordered("code", code.name(), "message", message, "details", reasons, "trace_id", trace));
            case SCP -> ordered("error", code.name(), "message", message, "details", reasons, "trace_id", trace);
        };
    }

    private static Map<String, Object> reason(Refusal.Detail detail) {
        return detail.field() == null
                ? Map.of("message", detail.message())
                : ordered("field", detail.field(), "message", detail.message());
    }

    private static Map<String, Object> ordered(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                map.put(String.valueOf(pairs[i]), value);
            }
        }
        return map;
    }
}
