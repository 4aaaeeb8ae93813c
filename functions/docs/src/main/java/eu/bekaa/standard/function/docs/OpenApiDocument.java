package eu.bekaa.standard.function.docs;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// One OpenAPI 3.1 document out of those that every function's build wrote.
final class OpenApiDocument {
    private static final String RESOURCE = "META-INF/swagger/standard.json";
    private static final String DESCRIPTION = """
            Security, compliance and maturity assessments against the Secure Controls Framework: workbook, documents, knowledge \
            base, framework, scope and Statement of Applicability, evidence, gap analysis, maturity, POA&M, report, with a human \
            approval at every decisive step.

            Sign in with `POST /api/v1/auth/sign-in` (a session cookie) or send a machine key as `Authorization: Bearer \
            standard_live_…`. Every answer carries `X-Trace-Id` and tells where the caller stands towards the rate limit; every POST \
            takes an `Idempotency-Key`. Each operation lists the errors it can answer with; what they mean stands at \
            [/docs/errors](/docs/errors).""";

    private OpenApiDocument() {}

    /// @param routes what is known of each route besides its description
    @SuppressWarnings("unchecked")
    static Map<String, Object> merged(JsonMapper mapper, Map<String, RouteFacts> routes) throws IOException {
        var paths = new TreeMap<String, Object>();
        var schemas = new TreeMap<String, Object>(ErrorSchemas.all());
        var resources = OpenApiDocument.class.getClassLoader().getResources(RESOURCE);
        while (resources.hasMoreElements()) {
            try (var stream = resources.nextElement().openStream()) {
                Map<String, Object> part = Objects.requireNonNull(
                        (Map<String, Object>) mapper.readValue(stream.readAllBytes(), Map.class));
                ((Map<String, Map<String, Object>>) part.getOrDefault("paths", Map.of()))
                        .forEach((path, operations) -> ((Map<String, Object>)
                                        paths.computeIfAbsent(path, absent -> new LinkedHashMap<String, Object>()))
                                .putAll(operations));
                var components = (Map<String, Object>) part.getOrDefault("components", Map.of());
                schemas.putAll((Map<String, Object>) components.getOrDefault("schemas", Map.of()));
            }
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Standard API",
                        "version",
                        "1.0.0",
                        "description",
                        DESCRIPTION,
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/", "description", "This server")));
        document.put("security", List.of(Map.of("session", List.of()), Map.of("machine_key", List.of())));
        document.put("tags", Tags.of(paths));
        document.put("paths", paths);
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas);
        components.put("examples", ErrorSchemas.examples());
        components.put("headers", ErrorSchemas.headers());
        components.put("securitySchemes", securitySchemes());
        document.put("components", components);
        return new OpenApiRefinement(schemas, routes).refine(document);
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                "session",
                Map.of("type", "apiKey", "in", "cookie", "name", "standard-native-auth.session_token"),
                "machine_key",
                Map.of("type", "http", "scheme", "bearer", "bearerFormat", "standard_live_…"));
    }
}
