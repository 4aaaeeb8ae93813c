package eu.bekaa.standard.assurance.agent.language;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers a conversation. A bean only where one is configured.
public interface LanguageModel {
    /// Where it runs: `bedrock`.
    String engine();

    /// Its name there.
    String name();

    /// One answer. Asks once: whether to ask again is the caller's decision.
    /// @param offered    the tools it may ask for
    /// @param mostTokens the most its answer may have
    /// @throws ModelFailure when no answer came
    Answer answer(List<Message> conversation, List<Offer> offered, int mostTokens);

    /// What was said so far.
    sealed interface Message {
        /// The rules, from us alone.
        record Rules(String text) implements Message {}

        /// What it is asked.
        record Question(String text) implements Message {}

        /// What it answered before.
        record Said(Answer answer) implements Message {}

        /// What a tool gave that it had asked for.
        record ToolGave(Call call, String json) implements Message {}
    }

    /// A tool that it may ask for.
    /// @param inputs what the tool takes, all texts
    record Offer(String name, String description, List<String> inputs) {
        public Offer {
            inputs = List.copyOf(inputs);
        }
    }

    /// A tool that it asks for.
    @Serdeable
    record Call(String id, String tool, Map<String, Object> input) {}

    /// Either words or calls of tools, and what they cost.
    /// @param text  null where it only calls tools
    record Answer(@Nullable String text, List<Call> calls, long inputTokens, long outputTokens) {
        public Answer {
            calls = List.copyOf(calls);
        }
    }
}
