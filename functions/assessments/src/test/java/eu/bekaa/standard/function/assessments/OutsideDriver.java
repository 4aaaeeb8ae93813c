package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.list;
import static eu.bekaa.standard.function.assessments.AgentDesk.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program of the caller's that drives runs in one place.
record OutsideDriver(AgentDesk.Place place) {
    Map<String, Object> used(String run, String tool, Map<String, ?> input) {
        return place.work.assessor.post(
                201, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", tool, "input", input));
    }

    Map<String, Object> output() {
        var output = new HashMap<String, Object>();
        output.put("summary", "Most requirements are mapped.");
        output.put("assumptions", List.of("The pinned version is meant."));
        output.put("limitations", List.of("Nothing was tested."));
        output.put(
                "sources",
                List.of(source("assessment", place.work.ground.assessmentId().toString(), null)));
        output.put("confidence_score", 0.8);
        output.put("writes_final_finding", false);
        output.put("creates_official_mapping", false);
        return output;
    }

    static Map<String, Object> source(String type, String id, @Nullable String quote) {
        var source = new HashMap<String, Object>();
        source.put("source_type", type);
        source.put("source_id", id);
        source.put("quote", quote);
        return source;
    }

    String chunk() {
        var steward = place.driven("evidence-analyst");
        var found = used(steward, "kb_evidence_search", Map.of("query", "access rights"));
        var hit = (Map<?, ?>) list(map(found, "output"), "hits").getFirst();
        return String.valueOf(hit.get("chunk_id"));
    }
}
