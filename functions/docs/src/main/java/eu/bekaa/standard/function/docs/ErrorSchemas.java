package eu.bekaa.standard.function.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Schemas that no controller's signature tells: the error envelope and the outer parts of answers (contract §1.2,
/// §1.3).
final class ErrorSchemas {
    private ErrorSchemas() {}

    static Map<String, Object> all() {
        return Map.of("Error", error(), "FlatError", flatError(), "Problem", problem(), "Pagination", pagination());
    }

    static Map<String, Object> text(String description, String example) {
        return Map.of("type", "string", "description", description, "examples", List.of(example));
    }

    static Map<String, Object> traceId() {
        return text("The id that ties request, records and answer together.", "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    /// A file sent as a form, with what may stand beside it.
    static Map<String, Object> fileForm() {
        return Map.of(
                "type", "object",
                "required", List.of("file"),
                "properties",
                        Map.of(
                                "file", Map.of("type", "string", "format", "binary", "description", "The file."),
                                "version_label", text("The label of the version.", "SCF 2022.3")));
    }

    /// An example of every error, by its code.
    static Map<String, Object> examples() {
        var examples = new LinkedHashMap<String, Object>();
        for (var page : ErrorPage.all()) {
            examples.put(
                    page.code().name(),
                    Map.of("summary", page.meaning(), "value", Map.of("error", example("code", page))));
        }
        return examples;
    }

    /// An example of an error outside `/api/v1`.
    static Map<String, Object> flatExample(ErrorPage page) {
        return Map.of("summary", page.meaning(), "value", example("error", page));
    }

    private static Map<String, Object> example(String codeField, ErrorPage page) {
        var error = new LinkedHashMap<String, Object>();
        error.put(codeField, page.code().name());
        error.put("message", page.meaning());
        error.put("details", List.of());
        error.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        return error;
    }

    /// Headers that many answers have in common.
    static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("X-Trace-Id", header("The id that ties request, records and answer together.", "string"));
        headers.put("X-RateLimit-Limit", header("Requests per window of 60 seconds.", "integer"));
        headers.put("X-RateLimit-Remaining", header("Requests left in this window.", "integer"));
        headers.put("X-RateLimit-Reset", header("Seconds until the next window.", "integer"));
        headers.put("RateLimit", header("The same, as draft-ietf-httpapi-ratelimit-headers writes it.", "string"));
        headers.put("RateLimit-Policy", header("Name, quota and window of the limit.", "string"));
        headers.put("Retry-After", header("Seconds to wait before another attempt.", "integer"));
        return headers;
    }

    private static Map<String, Object> header(String description, String type) {
        return Map.of("description", description, "schema", Map.of("type", type));
    }

    private static Map<String, Object> problem() {
        return object(
                "The same error as a problem document (RFC 9457), for clients that accept application/problem+json.",
                Map.of(
                        "type", text("Where the code is explained.", "/docs/errors#VALIDATION_ERROR"),
                        "title", text("The status in words.", "Bad Request"),
                        "status",
                                Map.of(
                                        "type", "integer",
                                        "description", "The status.",
                                        "examples", List.of(400)),
                        "detail", text("A sentence for people.", "name must not be blank"),
                        "instance", text("The path asked for.", "/api/v1/api-keys"),
                        "code", text("A code to act upon.", "VALIDATION_ERROR"),
                        "trace_id", traceId(),
                        "errors",
                                Map.of(
                                        "type",
                                        "array",
                                        "description",
                                        "Reasons, one each.",
                                        "items",
                                        Map.of("type", "object", "additionalProperties", Map.of("type", "string")))));
    }

    private static Map<String, Object> error() {
        return object("A refusal, or a failure of ours.", Map.of("error", object("What went wrong.", facts("code"))));
    }

    /// The same facts without the inner object, as paths outside `/api/v1` tell them.
    private static Map<String, Object> flatError() {
        return object("A refusal, or a failure of ours, outside /api/v1.", facts("error"));
    }

    private static Map<String, Object> facts(String codeField) {
        var detail = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "field", text("The offending field, if there is one.", "name"),
                        "message", text("What is wrong.", "name must not be blank")));
        return Map.of(
                codeField,
                text("A code to act upon.", "VALIDATION_ERROR"),
                "message",
                text("A sentence for people.", "name must not be blank"),
                "details",
                Map.of("type", "array", "description", "Reasons, one each.", "items", detail),
                "trace_id",
                traceId());
    }

    private static Map<String, Object> pagination() {
        return object(
                "Where the page stands.",
                Map.of(
                        "limit", Map.of("type", "integer", "description", "Rows asked for.", "examples", List.of(25)),
                        "next_cursor",
                                Map.of(
                                        "type",
                                        List.of("string", "null"),
                                        "description",
                                        "Cursor of the next page; null on the last.",
                                        "examples",
                                        List.of("azozMQ")),
                        "has_more",
                                Map.of(
                                        "type",
                                        "boolean",
                                        "description",
                                        "Whether there is a next page.",
                                        "examples",
                                        List.of(true))));
    }

    private static Map<String, Object> object(String description, Map<String, Object> properties) {
        return Map.of(
                "type",
                "object",
                "description",
                description,
                "properties",
                properties,
                "required",
                properties.keySet().stream().sorted().toList());
    }
}
