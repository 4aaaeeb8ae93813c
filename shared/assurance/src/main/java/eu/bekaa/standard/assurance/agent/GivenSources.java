package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.knowledge.text.PromptInjection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sources that a language model was given, each under a label of ours; it can cite nothing else. A passage that
/// seems to address the model is named but its words are withheld (STD-45).
final class GivenSources {
    private static final String WITHHELD = "[withheld: the passage seems to address a language model]";

    private final Bench bench;
    private final Map<String, AgentSource> byLabel = new LinkedHashMap<>();

    GivenSources(Bench bench) {
        this.bench = bench;
    }

    /// @return their labels, known ones under the label they have
    List<String> add(List<AgentSource> sources) {
        var labels = new ArrayList<String>();
        for (var source : sources) {
            labels.add(label(source).orElseGet(() -> {
                var label = "S" + (byLabel.size() + 1);
                byLabel.put(label, source);
                return label;
            }));
        }
        return labels;
    }

    Optional<AgentSource> of(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    List<String> labels() {
        return List.copyOf(byLabel.keySet());
    }

    /// How they are shown to the model: as data.
    List<Map<String, Object>> shown(List<String> labels) {
        return labels.stream().map(this::shown).toList();
    }

    private Map<String, Object> shown(String label) {
        var source = byLabel.get(label);
        var facts = Facts.with("label", label);
        return source == null
                ? facts.plain()
                : facts.and("source_type", source.sourceType())
                        .and("title", source.title())
                        .and("location", source.location())
                        .and("text", harmless(source))
                        .plain();
    }

    private @Nullable String harmless(AgentSource source) {
        var quote = source.quote();
        var phrases = quote == null ? List.<String>of() : PromptInjection.suspicions(quote);
        bench.suspect(phrases);
        return phrases.isEmpty() ? quote : WITHHELD;
    }

    private Optional<String> label(AgentSource source) {
        return byLabel.entrySet().stream()
                .filter(known -> known.getValue().equals(source))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
