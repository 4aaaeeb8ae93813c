package eu.bekaa.standard.function.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A text file of records: one `label: value` a line, records apart by an empty line, `#` begins a remark.
final class LabelledText {
    private static final Pattern BETWEEN = Pattern.compile("\n{2,}");

    private LabelledText() {}

    /// The records of a resource beside the demo, in order.
    static List<Map<String, String>> records(String resource) {
        return BETWEEN.splitAsStream(read(resource))
                .map(LabelledText::record)
                .filter(record -> !record.isEmpty())
                .toList();
    }

    private static Map<String, String> record(String block) {
        var record = new LinkedHashMap<String, String>();
        block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(": ");
            record.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return record;
    }

    /// The values of a field that lists several.
    static List<String> values(Map<String, String> record, String label, String separator) {
        return Arrays.stream(record.getOrDefault(label, "").split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// A text resource of the demo.
    static String read(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String resource) {
        try (var in = LabelledText.class.getResourceAsStream("/demo/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The demo lacks " + resource + ".");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
