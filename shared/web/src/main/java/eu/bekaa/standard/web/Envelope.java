package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.Tokens;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outer shape of a JSON answer (contract §1.2): an object with its trace id, a list in `data`, a page with
/// `pagination`.
@Singleton
final class Envelope {
    private static final int TAG_BYTES = 16;

    private final JsonMapper json;

    Envelope(JsonMapper json) {
        this.json = json;
    }

    void wrap(HttpRequest<?> request, MutableHttpResponse<?> response, String trace) {
        var body = response.body();
        if (body == null || !isRecordLike(body) || response.code() >= HttpStatus.BAD_REQUEST.getCode()) {
            return;
        }
        var mediaType = response.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
        if (!MediaType.APPLICATION_JSON_TYPE.getName().equals(mediaType.getName())) {
            return;
        }
        if (body instanceof Page<?> page && page.nextCursor() != null) {
            response.header("Link", "<" + nextPage(request, page.nextCursor()) + ">; rel=\"next\"");
        }
        var untraced = fields(body);
        if (showsResource(request)) {
            var tag = hashed(untraced == null ? body : traced(untraced, ""));
            response.header("ETag", tag);
            if (request.getMethod() == HttpMethod.GET && isKnown(request, tag)) {
                response.status(HttpStatus.NOT_MODIFIED).body(null);
                return;
            }
        }
        response.body(untraced == null ? body : traced(untraced, trace));
        response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// What GET answers, and PATCH and PUT as GET would from then on.
    private static boolean showsResource(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                || request.getMethod() == HttpMethod.PATCH
                || request.getMethod() == HttpMethod.PUT;
    }

    /// The tag of an answer: its content, the trace id apart.
    String tag(Object body) {
        return hashed(render(body, ""));
    }

    private String hashed(Object node) {
        return '"' + HexFormat.of().formatHex(Tokens.hash(text(node)), 0, TAG_BYTES) + '"';
    }

    /// Whether the client has it already (RFC 9110 §13.1.2; the comparison is weak).
    private static boolean isKnown(HttpRequest<?> request, String tag) {
        var known = request.getHeaders().get("If-None-Match");
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(sent -> sent.equals("*") || sent.equals(tag) || sent.equals("W/" + tag));
    }

    private static URI nextPage(HttpRequest<?> request, String cursor) {
        return UriBuilder.of(request.getUri())
                .replaceQueryParam("cursor", cursor)
                .build();
    }

    private String text(Object node) {
        try {
            return new String(json.writeValueAsBytes(node), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @return the finished answer, or the body itself where it is not a JSON document of ours
    Object render(Object body, String trace) {
        var untraced = fields(body);
        return untraced == null ? body : traced(untraced, trace);
    }

    /// The members of the answer before it has its trace id; null where the body is no JSON document of ours.
    private @Nullable Map<String, JsonNode> fields(Object body) {
        var fields = new LinkedHashMap<String, JsonNode>();
        switch (body) {
            case Page<?> page -> {
                fields.put("data", tree(page.data()));
                fields.put("pagination", pagination(page));
            }
            case Collection<?> list -> fields.put("data", tree(list));
            default -> {
                var tree = tree(body);
                if (!tree.isObject()) {
                    return null;
                }
                tree.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
            }
        }
        return fields;
    }

    /// What the body says of a trace itself stays.
    private static JsonNode traced(Map<String, JsonNode> untraced, String trace) {
        var sent = untraced.get("trace_id");
        if (sent != null && !sent.isNull()) {
            return JsonNode.createObjectNode(untraced);
        }
        var fields = new LinkedHashMap<>(untraced);
        fields.put("trace_id", JsonNode.createStringNode(trace));
        return JsonNode.createObjectNode(fields);
    }

    private static JsonNode pagination(Page<?> page) {
        var fields = new LinkedHashMap<String, JsonNode>();
        fields.put("limit", JsonNode.createNumberNode(page.limit()));
        fields.put("next_cursor", text(page.nextCursor()));
        fields.put("has_more", JsonNode.createBooleanNode(page.nextCursor() != null));
        return JsonNode.createObjectNode(fields);
    }

    private static JsonNode text(@Nullable String value) {
        return value == null ? JsonNode.nullNode() : JsonNode.createStringNode(value);
    }

    private JsonNode tree(Object body) {
        try {
            return json.writeValueToTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isRecordLike(Object body) {
        return body instanceof Record || body instanceof Collection<?> || body instanceof Map<?, ?>;
    }
}
