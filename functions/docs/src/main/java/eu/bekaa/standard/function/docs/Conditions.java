package eu.bekaa.standard.function.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Describes what every operation that changes a resource understands: the state in which the client means to change
/// it (RFC 9110 §13.1.1).
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

    private Conditions() {}

    @SuppressWarnings("unchecked")
    static void describe(Map<String, Object> operation, String method, String path) {
        if (method.equals("get") || !path.contains("{")) {
            return;
        }
        var parameters = new ArrayList<>((List<Object>) operation.getOrDefault("parameters", List.of()));
        parameters.add(IF_MATCH);
        operation.put("parameters", parameters);
    }
}
