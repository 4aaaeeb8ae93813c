package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Tokens;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Writes and hashes what agents are given and give (STD-122).
@Singleton
final class Fingerprint {
    private final JsonMapper json;

    Fingerprint(JsonMapper json) {
        this.json = json;
    }

    /// `sha256:` and 64 hex digits over the value's JSON; the names of a map in their order do not matter.
    String of(Object value) {
        return ofText(text(value instanceof Map<?, ?> map ? new TreeMap<Object, Object>(map) : value));
    }

    static String ofText(String text) {
        return "sha256:" + HexFormat.of().formatHex(Tokens.hash(text));
    }

    String text(Object value) {
        try {
            return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @throws IOException when the text is not JSON of that shape
    <T> T read(String text, Class<T> type) throws IOException {
        T value = json.readValue(text, type);
        if (value == null) {
            throw new IOException("The text is null.");
        }
        return value;
    }
}
