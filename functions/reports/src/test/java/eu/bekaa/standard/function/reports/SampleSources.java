package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Source;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a sample cites, each thing once and under the same id on every call.
/// @param noise a text that goes into every label
record SampleSources(Map<UUID, Source> cited, String noise) {
    SampleSources(String noise) {
        this(new LinkedHashMap<>(), noise);
    }

    UUID cite(Source.Kind kind, String label) {
        var id = UUID.nameUUIDFromBytes((kind + label).getBytes(StandardCharsets.UTF_8));
        cited.putIfAbsent(id, new Source(kind, id, label + " " + noise));
        return id;
    }

    List<Source> listed() {
        return List.copyOf(cited.values());
    }
}
