package eu.bekaa.standard.function.platform.openapi;

import java.util.List;
import java.util.Map;

/// Schemas that no controller's signature tells: the error envelope and the outer parts of answers (contract §1.2,
/// §1.3).
final class ErrorSchemas {
    private ErrorSchemas() {}

    static Map<String, Object> all() {
        return Map.of("Error", error(), "Pagination", pagination());
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

    private static Map<String, Object> error() {
        var detail = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "field", text("The offending field, if there is one.", "name"),
                        "message", text("What is wrong.", "name must not be blank")));
        return object(
                "A refusal, or a failure of ours.",
                Map.of(
                        "error",
                        object(
                                "What went wrong.",
                                Map.of(
                                        "code", text("A code to act upon.", "VALIDATION_ERROR"),
                                        "message", text("A sentence for people.", "name must not be blank"),
                                        "details",
                                                Map.of(
                                                        "type",
                                                        "array",
                                                        "description",
                                                        "Reasons, one each.",
                                                        "items",
                                                        detail),
                                        "trace_id", traceId()))));
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
