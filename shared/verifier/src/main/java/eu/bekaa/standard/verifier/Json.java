package eu.bekaa.standard.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON, read and written in its one canonical spelling (RFC 8785): keys in UTF-16 order, no white space, shortest
/// escapes. Numbers are whole; `null` is [#NULL].
final class Json {
    static final Object NULL = new Object();

    /// Far deeper than any record of ours; a hostile line may not exhaust the stack.
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException unless the text is one JSON value of the kinds named above
    static Object read(String text) {
        var json = new Json(text);
        var value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not an object");
    }

    static String canonical(Object value) {
        var out = new StringBuilder(640);
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case String string -> quote(out, string);
            case Map<?, ?> map -> {
                var separator = '{';
                for (var entry : map.entrySet()) {
                    quote(out.append(separator), String.valueOf(entry.getKey()));
                    write(out.append(':'), entry.getValue());
                    separator = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                var separator = '[';
                for (var item : list) {
                    write(out.append(separator), item);
                    separator = ',';
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Object other -> out.append(other == NULL ? "null" : other.toString());
        }
    }

    private static void quote(StringBuilder out, String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            var short_ = "\b\t\n\f\r\"\\".indexOf(c);
            if (short_ >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(short_));
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private Object value() {
        space();
        if (at >= text.length()) {
            throw wrong();
        }
        return switch (text.charAt(at)) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> map() {
        var map = new TreeMap<String, Object>();
        deeper();
        if (text.startsWith("}", at)) {
            shallower();
            return map;
        }
        do {
            space();
            var key = string();
            expect(':');
            if (map.put(key, value()) != null) {
                throw wrong();
            }
        } while (more('}'));
        return map;
    }

    private List<Object> list() {
        var list = new ArrayList<>();
        deeper();
        if (text.startsWith("]", at)) {
            shallower();
            return list;
        }
        do {
            list.add(value());
        } while (more(']'));
        return list;
    }

    private boolean more(char end) {
        space();
        if (text.startsWith(",", at)) {
            at++;
            return true;
        }
        expect(end);
        depth--;
        return false;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        at++;
        space();
    }

    private void shallower() {
        at++;
        depth--;
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            var c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            var escape = at < text.length() ? text.charAt(at++) : ' ';
            var short_ = "btnfr\"\\/".indexOf(escape);
            if (short_ >= 0) {
                out.append("\b\t\n\f\r\"\\/".charAt(short_));
            } else if (escape == 'u' && at + 4 <= text.length()) {
                out.append((char) HexFormat.fromHexDigits(text, at, at + 4));
                at += 4;
            } else {
                throw wrong();
            }
        }
        expect('"');
        // half a character has no bytes of its own, and would be hashed like any other half
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(out)) {
            throw wrong();
        }
        return out.toString();
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private Object number() {
        var begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Long.valueOf(text.substring(begin, at));
    }

    private void expect(char c) {
        space();
        if (at >= text.length() || text.charAt(at) != c) {
            throw wrong();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not JSON at character " + at);
    }
}
