package eu.bekaa.standard.assurance.agent;

import java.util.List;
import java.util.Map;

/// What an analyst has worked out.
/// @param confidence 0 to 1
/// @param details    item by item
public record Proposal(
        String summary,
        List<String> assumptions,
        List<String> limitations,
        List<AgentSource> sources,
        double confidence,
        Map<String, Object> details) {
    private static final double PERCENT = 100;

    public Proposal {
        assumptions = List.copyOf(assumptions);
        limitations = List.copyOf(limitations);
        sources = List.copyOf(sources);
        confidence = Math.round(Math.clamp(confidence, 0, 1) * PERCENT) / PERCENT;
    }
}
