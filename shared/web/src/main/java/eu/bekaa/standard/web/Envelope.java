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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The outer shape of a JSON answer (contract §1.2): an object with its trace id, a list in `data`, a page with
/// `pagination`.
@Singleton
final class Envelope {
    private static final int TAG_BYTES = 16;
    private static final byte[] LIST = ascii("{\"data\":");
    private static final byte[] END = ascii("}");
    private static final byte[] TRACE_ID = ascii("\"trace_id\"");

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
        var answer = answer(body);
        if (showsResource(request)) {
            var tag = answer.tag();
            response.header("ETag", tag);
            if (request.getMethod() == HttpMethod.GET && isKnown(request, tag)) {
                response.status(HttpStatus.NOT_MODIFIED).body(null);
                return;
            }
        }
        response.body(answer.traced(trace));
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
        return answer(body).tag();
    }

    /// The answer as it is sent.
    String text(Object body, String trace) {
        return new String(answer(body).traced(trace), StandardCharsets.UTF_8);
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

    /// A JSON document, before and after the trace id that it is sent with. It is written once, for tag and wire.
    /// @param after empty where the document takes no trace id of ours
    private record Answer(byte[] before, byte[] after) {
        String tag() {
            return '"' + HexFormat.of().formatHex(Tokens.hash(before, after), 0, TAG_BYTES) + '"';
        }

        byte[] traced(String trace) {
            return after.length == 0 ? before : joined(before, ascii(trace), after);
        }
    }

    private Answer answer(Object body) {
        return switch (body) {
            case Page<?> page ->
                traced(joined(LIST, bytes(page.data()), ascii(",\"pagination\":"), bytes(pagination(page)), END));
            case Collection<?> list -> traced(joined(LIST, bytes(list), END));
            default -> {
                var text = bytes(body);
                yield text[0] == '{' ? ofObject(body, text) : new Answer(text, new byte[0]);
            }
        };
    }

    /// What the body says of a trace itself stays.
    private Answer ofObject(Object body, byte[] text) {
        if (!contains(text, TRACE_ID)) {
            return traced(text);
        }
        var fields = new LinkedHashMap<String, JsonNode>();
        tree(body).entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        var own = fields.get("trace_id");
        if (own != null && !own.isNull()) {
            return new Answer(text, new byte[0]);
        }
        fields.remove("trace_id");
        return traced(bytes(JsonNode.createObjectNode(fields)));
    }

    private static Answer traced(byte[] object) {
        var open = Arrays.copyOf(object, object.length - 1);
        return new Answer(joined(open, ascii(open.length == 1 ? "" : ","), TRACE_ID, ascii(":\"")), ascii("\"}"));
    }

    private static boolean contains(byte[] text, byte[] word) {
        for (int i = 0; i <= text.length - word.length; i++) {
            if (Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode pagination(Page<?> page) {
        var fields = new LinkedHashMap<String, JsonNode>();
        fields.put("limit", JsonNode.createNumberNode(page.limit()));
        fields.put(
                "next_cursor",
                page.nextCursor() == null ? JsonNode.nullNode() : JsonNode.createStringNode(page.nextCursor()));
        fields.put("has_more", JsonNode.createBooleanNode(page.nextCursor() != null));
        return JsonNode.createObjectNode(fields);
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private JsonNode tree(Object body) {
        try {
            return json.writeValueToTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isRecordLike(Object body) {
        return body instanceof Record || body instanceof Collection<?> || body instanceof Map<?, ?>;
    }
}
