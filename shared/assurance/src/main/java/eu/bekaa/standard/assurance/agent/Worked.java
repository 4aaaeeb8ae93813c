package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import org.jspecify.annotations.Nullable;

/// A finished piece of work, and which engine did it.
/// @param engine   `deterministic`, or where the language model runs
/// @param why      why it was that engine
/// @param fallback why the language model was done without, although one was asked
record Worked(
        AgentOutput output,
        String engine,
        String why,
        @Nullable ModelFailure fallback) {
    static final String DETERMINISTIC = "deterministic";
}
