package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a run has to say about itself. Never holds document text (STD-8).
final class RunMetadata {
    private static final double MILLI = 1_000;

    private final Map<String, Object> all;

    private RunMetadata(Map<String, Object> all) {
        this.all = new LinkedHashMap<>(all);
    }

    static RunMetadata of(AgentRun run) {
        return new RunMetadata(run.metadata());
    }

    static RunMetadata fresh() {
        return new RunMetadata(Map.of());
    }

    RunMetadata with(String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
        return this;
    }

    RunMetadata engine(Worked worked) {
        with("engine", worked.engine()).with("engine_reason", worked.why());
        var fallback = worked.fallback();
        return fallback == null
                ? this
                : with("fallback", Map.of("reason", fallback.reason().toString(), "message", fallback.getMessage()));
    }

    RunMetadata used(long inputTokens, long outputTokens, int modelCalls, double seconds) {
        return with(
                "usage",
                Map.of(
                        "input_tokens", inputTokens,
                        "output_tokens", outputTokens,
                        "model_calls", modelCalls,
                        "seconds", Math.round(seconds * MILLI) / MILLI));
    }

    RunMetadata budget(AgentSettings settings, Driver driver) {
        return with(
                "budget",
                Map.of(
                        "tokens_per_run", settings.tokensPerRun(),
                        "seconds_per_run", settings.secondsFor(driver),
                        "tokens_per_day", settings.tokensPerDay(),
                        "seconds_per_day", settings.secondsPerDay()));
    }

    RunMetadata notes(List<ValidationNote> notes) {
        if (notes.isEmpty()) {
            return this;
        }
        var kept = new ArrayList<Object>();
        if (all.get("validation_results") instanceof List<?> earlier) {
            kept.addAll(earlier);
        }
        notes.forEach(note -> kept.add(note.plain()));
        return with("validation_results", kept);
    }

    int noteCount() {
        return all.get("validation_results") instanceof List<?> notes ? notes.size() : 0;
    }

    RunMetadata drafted(ArtifactKind kind, UUID version) {
        return with("draft", Map.of("artifact_type", kind.toString(), "artifact_version_id", version.toString()));
    }

    boolean hasDraft() {
        return all.containsKey("draft");
    }

    RunMetadata failed(String code, String message) {
        return with("error", Map.of("code", code, "message", message));
    }

    Map<String, Object> plain() {
        return Map.copyOf(all);
    }
}
