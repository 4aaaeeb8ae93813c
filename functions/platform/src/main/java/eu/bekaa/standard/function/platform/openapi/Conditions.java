package eu.bekaa.standard.function.platform.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes what every operation that changes a resource understands: the state in which the client means to change
/// it (RFC 9110 §13.1.1), and what happens where it is in another.
final class Conditions {
    private static final Map<String, Object> IF_MATCH = Map.of(
            "name",
            "If-Match",
            "in",
            "header",
            "required",
            false,
            "description",
            "The ETag of the resource as last read, or `*`. In any other state it is left as it is: 412.",
            "schema",
            Map.of("type", "string", "example", "\"3b1c0d9e5f7a4c2b8d6e1f0a9b8c7d6e\""));
    private static final Map<String, Object> REFUSED = Map.of(
            "description",
            "`PRECONDITION_FAILED`: the resource is not what `If-Match` expects.",
            "content",
            Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/Error"))));

    private Conditions() {}

    @SuppressWarnings("unchecked")
    static void describe(Map<String, Object> operation, String method, String path) {
        if (method.equals("get") || !path.contains("{")) {
            return;
        }
        var parameters = new ArrayList<>((List<Object>) operation.getOrDefault("parameters", List.of()));
        parameters.add(IF_MATCH);
        operation.put("parameters", parameters);
        var responses = (Map<String, Object>) operation.getOrDefault("responses", new LinkedHashMap<>());
        responses.put("412", REFUSED);
        operation.put("responses", responses);
    }
}
