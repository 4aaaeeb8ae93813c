package eu.bekaa.standard.function.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON that a careful writer would not write: [Raw] parts stand in it as they are, and an object may have a field
/// twice.
final class OddJson {
    private OddJson() {}

    /// JSON, or something like it, letter for letter.
    record Raw(String text) {}

    /// An object in the order of its fields, which may repeat.
    record Fields(List<Map.Entry<String, Object>> all) {}

    static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Raw raw -> raw.text();
            case Fields fields ->
                fields.all().stream()
                        .map(field -> quoted(field.getKey()) + ":" + write(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(entry.getKey().toString()) + ":" + write(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(OddJson::write).collect(Collectors.joining(",", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /// With an escape for whatever is not plain, lone surrogates among them.
    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ' || Character.isSurrogate(letter)) {
                out.append("\\u%04x".formatted((int) letter));
            } else {
                out.append(letter);
            }
        }
        return out.append('"').toString();
    }
}
