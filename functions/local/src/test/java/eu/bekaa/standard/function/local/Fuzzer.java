package eu.bekaa.standard.function.local;

import static eu.bekaa.standard.function.local.DescribedOperation.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes requests that are almost right: the path leads to something that is there, the body is made of the
/// examples, and then a few things are wrong. The same seed gives the same requests.
final class Fuzzer {
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/merge-patch+json",
            "application/xml",
            "application/x-www-form-urlencoded",
            "text/plain",
            "text/html",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"" + "b".repeat(200) + "\"",
            "image/png",
            "*/*",
            "nonsense",
            "a/b/c;;;=",
            "application/json, text/plain");

    private final Random random;
    private final Harvest known;

    Fuzzer(long seed, Harvest known) {
        this.random = new Random(seed);
        this.known = known;
    }

    /// A request to that operation with up to three things wrong.
    /// @param credentials header lines that identify the one who asks
    /// @param harmless    for what is deleted or closed for good: never the id of something that is there
    Wire.Request request(DescribedOperation operation, List<String> credentials, boolean harmless) {
        var headers = new ArrayList<>(credentials);
        var target = target(operation, harmless);
        var body = new byte[0];
        int wrongs = random.nextInt(4);
        if (!operation.formSchema().isEmpty()) {
            var form = new OddForm(random);
            body = form.body(map(operation.formSchema().get("properties")).keySet());
            headers.add("Content-Type: " + form.contentType());
        } else if (operation.hasBody()) {
            body = json(operation, wrongs);
            headers.add("Content-Type: " + (random.nextInt(12) == 0 ? any(TYPES) : "application/json"));
        } else if (random.nextInt(8) == 0) {
            body = "{\"surprise\":1}".getBytes(StandardCharsets.UTF_8);
            headers.add("Content-Type: " + any(TYPES));
        }
        if (random.nextInt(3) == 0) {
            headers.add(oddHeader());
        }
        return new Wire.Request(operation.method().toUpperCase(Locale.ROOT), target + query(operation), headers, body);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String target(DescribedOperation operation, boolean harmless) {
        var path = operation.path();
        while (path.contains("{")) {
            var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.substring(0, path.indexOf('{'))
                    + place(name, operation, harmless)
                    + path.substring(path.indexOf('}') + 1);
        }
        return path;
    }

    private String place(String name, DescribedOperation operation, boolean harmless) {
        int kind = random.nextInt(20);
        var right = known.value(name, operation.path(), random);
        if (kind > 2 && right != null && !harmless) {
            return Harvest.encoded(right);
        }
        if (kind == 0) {
            return any(List.of("%00", "%2e%2e%2f", "..%2f..", "%C0%80", "%zz", "%", ";a=b", "a%2Fb", "+", "*"));
        }
        return kind == 1 || harmless
                ? Harvest.encoded(OddValues.shortText(random) + "x")
                : Harvest.encoded(known.anyId(random));
    }

    private String query(DescribedOperation operation) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            var name = parameter.get("name").toString();
            int kind = random.nextInt(5);
            var right = right(name, parameter, operation);
            if (kind > 2 && right != null) {
                parts.add(name + "=" + Harvest.encoded(right));
            } else if (kind == 2) {
                parts.add(name + "=" + Harvest.encoded(OddValues.shortText(random)));
            }
        }
        if (random.nextInt(10) == 0) {
            parts.add(any(List.of(
                    "unknown=1",
                    "limit=1&limit=2",
                    "limit%00=1",
                    "=",
                    "&&&",
                    "%zz=%zz",
                    "limit[]=1",
                    "cursor=%",
                    "a;b",
                    "?")));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private @Nullable String right(String name, Map<String, Object> parameter, DescribedOperation operation) {
        if (name.equals("cursor")) {
            var cursor = known.value("next_cursor", operation.path(), random);
            return cursor == null || random.nextBoolean() ? cursor : bent(cursor);
        }
        if (name.equals("limit")) {
            return any(List.of("1", "2", "100", "0", "101", "-1"));
        }
        var words = DescribedOperation.list(
                operation.resolved(map(parameter.get("schema"))).get("enum"));
        return words.isEmpty()
                ? known.value(name, operation.path(), random)
                : any(words).toString();
    }

    private String bent(String cursor) {
        var letters = cursor.toCharArray();
        letters[random.nextInt(letters.length)] = (char) ('0' + random.nextInt(75));
        return new String(letters);
    }

    private byte[] json(DescribedOperation operation, int wrongs) {
        Object body = known.body(operation, random.nextBoolean(), random);
        for (int i = 0; i < wrongs; i++) {
            body = bent(body);
        }
        var text = OddJson.write(body);
        return switch (random.nextInt(25)) {
            case 0 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
            case 1 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> scratched(text.getBytes(StandardCharsets.UTF_8));
            case 5 -> OddValues.json(random).text().getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] scratched(byte[] bytes) {
        var copy = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < 3 && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    /// The same with one thing wrong, somewhere.
    private Object bent(Object value) {
        return switch (value) {
            case OddJson.Fields fields -> bent(fields);
            case Map<?, ?> map -> {
                var fields = new ArrayList<Map.Entry<String, Object>>();
                map.forEach((name, one) -> fields.add(Map.entry(name.toString(), one)));
                yield bent(new OddJson.Fields(fields));
            }
            case List<?> list
            when !list.isEmpty() && random.nextInt(3) > 0 -> {
                var copy = new ArrayList<Object>(list);
                int at = random.nextInt(copy.size());
                copy.set(at, bent(copy.get(at)));
                yield copy;
            }
            default -> OddValues.json(random);
        };
    }

    private Object bent(OddJson.Fields fields) {
        var copy = new ArrayList<>(fields.all());
        int kind = random.nextInt(10);
        if (kind == 0 || copy.isEmpty()) {
            copy.add(Map.entry(
                    any(List.of("unknown", "__proto__", "organization_id", "", "@type", "a\u0000b")),
                    OddValues.json(random)));
            return new OddJson.Fields(copy);
        }
        int at = random.nextInt(copy.size());
        var field = copy.get(at);
        switch (kind) {
            case 1 -> copy.remove(at);
            case 2 -> copy.add(Map.entry(field.getKey(), OddValues.json(random)));
            case 3 -> copy.set(at, Map.entry(field.getKey().toUpperCase(Locale.ROOT), field.getValue()));
            default -> copy.set(at, Map.entry(field.getKey(), bent(field.getValue())));
        }
        return new OddJson.Fields(copy);
    }

    private String oddHeader() {
        var text = OddValues.shortText(random).replaceAll("[\\r\\n]", " ");
        return switch (random.nextInt(16)) {
            case 0 -> "X-Trace-Id: " + text;
            case 1 -> "Idempotency-Key: " + text;
            case 2 -> "If-Match: " + known.tag(random);
            case 3 -> "If-Match: " + any(List.of("\"", "W/\"a\"", "\"a\", \"b", ",", "\"\"", "*, *", "\"é\"", text));
            case 4 -> "If-None-Match: " + any(List.of("*", "\"a\"", known.tag(random), text));
            case 5 ->
                "Accept: "
                        + any(List.of(
                                "application/problem+json",
                                "image/png",
                                "application/xml;q=0",
                                "*/*;q=2",
                                "nonsense",
                                "",
                                text));
            case 6 -> "Accept-Language: " + text;
            case 7 -> "x-standard-tenant-id: " + any(List.of(known.anyId(random), "", "1-1-1-1-1", text));
            case 8 -> "Authorization: " + any(List.of("Bearer ", "Bearer standard_live_" + text, "Basic YTpi", text));
            case 9 -> "Cookie: " + any(List.of("standard-native-auth.session_token=" + text, ";;;=", text));
            case 10 -> "Origin: " + any(List.of("null", "https://evil.example", text));
            case 11 -> "X-Forwarded-For: " + any(List.of("127.0.0.1", ",,,", text));
            case 12 -> "User-Agent: " + text;
            case 13 -> "Range: bytes=0-9999999999999999999";
            case 14 -> "X-HTTP-Method-Override: DELETE";
            default -> "Content-Encoding: gzip";
        };
    }
}
