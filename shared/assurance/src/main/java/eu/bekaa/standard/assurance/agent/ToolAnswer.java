package eu.bekaa.standard.assurance.agent;

import java.util.List;
import java.util.Map;

/// What a tool gives.
/// @param facts   fit for JSON
/// @param sources what in it can be cited
record ToolAnswer(Map<String, Object> facts, List<AgentSource> sources) {
    ToolAnswer {
        sources = List.copyOf(sources);
    }
}
