package eu.bekaa.standard.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The query of an address, every value on its own.
record RawQuery(Map<String, List<String>> values) {
    static RawQuery of(@Nullable String text) {
        var values = new LinkedHashMap<String, List<String>>();
        if (text != null) {
            for (String pair : text.split("[&;]")) {
                if (!pair.isEmpty()) {
                    var parts = pair.split("=", 2);
                    values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                            .add(parts.length == 2 ? decoded(parts[1]) : "");
                }
            }
        }
        return new RawQuery(values);
    }

    /// What is no escape stands for itself.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
