package eu.bekaa.standard.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON with one spelling per value (RFC 8785): keys in UTF-16 order, no white space, shortest escapes. Values are
/// strings, whole numbers below 2^53, booleans, null and maps of these: the only ones an audit record holds, so that
/// no rule about floating point is needed.
public final class CanonicalJson {
    private static final long MAX_SAFE = (1L << 53) - 1;

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalJson() {}

    /// A moment in the one spelling that is hashed and signed: UTC, six digits of a second.
    public static String timestamp(Instant moment) {
        return MICROSECONDS.format(moment);
    }

    /// @throws IllegalArgumentException for a value of another kind
    public static String of(Map<String, ?> value) {
        var out = new StringBuilder(640);
        write(out, value);
        return out.toString();
    }

    /// @throws IllegalArgumentException for a value of another kind
    static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> writeText(out, text);
            case Boolean flag -> out.append(flag.booleanValue());
            case Long number when Math.abs(number) <= MAX_SAFE -> out.append(number.longValue());
            case Integer number -> out.append(number.intValue());
            case Map<?, ?> map -> writeMap(out, map);
            default ->
                throw new IllegalArgumentException(
                        "No canonical form for " + value.getClass().getSimpleName());
        }
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        char separator = '{';
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            writeText(out, entry.getKey());
            out.append(':');
            write(out, entry.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
