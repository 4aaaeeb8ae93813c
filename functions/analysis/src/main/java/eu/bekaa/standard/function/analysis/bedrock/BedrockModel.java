package eu.bekaa.standard.function.analysis.bedrock;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import eu.bekaa.standard.assurance.agent.language.LanguageModel;
import eu.bekaa.standard.assurance.agent.language.ModelFailure;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Speaks to a model by langchain4j, which knows nothing of runs, budgets or guardrails.
final class BedrockModel implements LanguageModel {
    private static final Argument<Map<String, Object>> INPUT = Argument.mapOf(String.class, Object.class);

    private final String name;
    private final ChatModel chat;
    private final JsonMapper json;

    BedrockModel(String name, ChatModel chat, JsonMapper json) {
        this.name = name;
        this.chat = chat;
        this.json = json;
    }

    @Override
    public String engine() {
        return "bedrock";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer answer(List<Message> conversation, List<Offer> offered, int mostTokens) {
        var request = ChatRequest.builder()
                .messages(conversation.stream().map(this::message).toList())
                .toolSpecifications(offered.stream().map(BedrockModel::tool).toList())
                .maxOutputTokens(mostTokens)
                .temperature(0.0)
                .build();
        try {
            return answer(chat.chat(request));
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    private Answer answer(ChatResponse response) {
        var said = response.aiMessage();
        var calls = said.toolExecutionRequests().stream().map(this::call).toList();
        TokenUsage usage = response.tokenUsage();
        return new Answer(said.text(), calls, count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    private Call call(ToolExecutionRequest request) {
        try {
            var arguments = request.arguments();
            Map<String, Object> input =
                    arguments == null || arguments.isBlank() ? Map.of() : json.readValue(arguments, INPUT);
            return new Call(request.id(), request.name(), input);
        } catch (IOException unreadable) {
            throw new ModelFailure(
                    ModelFailure.Reason.UNREADABLE, "The language model asked for a tool in no readable way.");
        }
    }

    private ChatMessage message(Message message) {
        return switch (message) {
            case Message.Rules rules -> SystemMessage.from(rules.text());
            case Message.Question question -> UserMessage.from(question.text());
            case Message.Said said -> said(said.answer());
            case Message.ToolGave gave ->
                ToolExecutionResultMessage.from(gave.call().id(), gave.call().tool(), gave.json());
        };
    }

    private AiMessage said(Answer answer) {
        var requests = answer.calls().stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.tool())
                        .arguments(text(call.input()))
                        .build())
                .toList();
        var text = answer.text();
        return text == null || text.isBlank() ? AiMessage.from(requests) : AiMessage.from(text, requests);
    }

    private String text(Map<String, Object> input) {
        try {
            return new String(json.writeValueAsBytes(input), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ToolSpecification tool(Offer offer) {
        var inputs = JsonObjectSchema.builder();
        offer.inputs().forEach(inputs::addStringProperty);
        return ToolSpecification.builder()
                .name(offer.name())
                .description(offer.description())
                .parameters(inputs.build())
                .build();
    }
}
