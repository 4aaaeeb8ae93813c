package eu.bekaa.standard.function.docs;

import eu.bekaa.standard.kernel.authority.Authority;
import eu.bekaa.standard.kernel.authority.KeyScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds to an operation who may use it and which errors it can answer with, each with an example.
final class OperationFacts {
    private static final String SCHEMA = "#/components/schemas/";
    private static final List<String> HEADERS = List.of(
            "X-Trace-Id",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "RateLimit",
            "RateLimit-Policy");
    private static final Set<Integer> WAITING = Set.of(429, 503);

    private final Map<String, RouteFacts> routes;
    private final List<ErrorPage> errors = ErrorPage.all();

    OperationFacts(Map<String, RouteFacts> routes) {
        this.routes = routes;
    }

    void tell(String method, String path, Map<String, Object> operation) {
        var responses = new LinkedHashMap<String, Object>(map(operation.get("responses")));
        var route = routes.get(RouteFacts.key(method, path));
        if (route == null) {
            throw new IllegalStateException(method + " " + path + " is described, but no controller answers it.");
        }
        authority(route.permission(), operation);
        responses.values().forEach(response -> map(response).put("headers", headers(HEADERS)));
        var takes = map(map(operation.get("requestBody")).get("content")).keySet();
        var byStatus = new TreeMap<Integer, Map<String, Object>>();
        for (var error : new ErrorRules(method, path, route, takes).possible(errors)) {
            byStatus.computeIfAbsent(error.code().status(), first -> new LinkedHashMap<>())
                    .put(error.code().name(), example(path, error));
        }
        var schema = isFlat(path) ? "FlatError" : "Error";
        byStatus.forEach(
                (status, examples) -> responses.put(String.valueOf(status), refusal(status, schema, examples)));
        operation.put("responses", responses);
    }

    private static void authority(@Nullable String permission, Map<String, Object> operation) {
        if (permission == null) {
            operation.put("security", List.of());
            describe(operation, "Open to everyone.");
            return;
        }
        var scopes = Authority.scopesGiving(permission);
        operation.put("x-permission", permission);
        operation.put("x-machine-scopes", scopes);
        var keys = scopes.size() == KeyScope.offered().size() ? "every machine key" : words("machine scope", scopes);
        var people = words("role", Authority.holdersOf(permission));
        describe(operation, "Permission `" + permission + "`: " + people + "; " + keys + ".");
    }

    private static String words(String kind, List<String> names) {
        return names.isEmpty() ? "no " + kind : kind + " " + String.join(", ", names);
    }

    private static void describe(Map<String, Object> operation, String sentence) {
        var said = operation.get("description");
        operation.put("description", said == null ? sentence : said + "\n\n" + sentence);
    }

    /// Each family of paths has its own envelope.
    private static boolean isFlat(String path) {
        return path.startsWith("/api/") && !path.startsWith("/api/v1/");
    }

    private static Map<String, Object> example(String path, ErrorPage error) {
        return isFlat(path)
                ? ErrorSchemas.flatExample(error)
                : reference("examples", error.code().name());
    }

    private static Map<String, Object> refusal(int status, String schema, Map<String, Object> examples) {
        var response = new LinkedHashMap<String, Object>();
        response.put(
                "description",
                examples.isEmpty() ? "A refusal: see `error.code`." : String.join(", ", examples.keySet()) + ".");
        var headers = headers(HEADERS);
        if (WAITING.contains(status)) {
            headers.putAll(headers(List.of("Retry-After")));
        }
        response.put("headers", headers);
        var json = new LinkedHashMap<String, Object>();
        json.put("schema", Map.of("$ref", SCHEMA + schema));
        json.put("examples", examples);
        var content = new LinkedHashMap<String, Object>();
        content.put("application/json", json);
        content.put("application/problem+json", Map.of("schema", Map.of("$ref", SCHEMA + "Problem")));
        response.put("content", content);
        return response;
    }

    private static Map<String, Object> headers(List<String> names) {
        var headers = new LinkedHashMap<String, Object>();
        names.forEach(name -> headers.put(name, reference("headers", name)));
        return headers;
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
    }
}
