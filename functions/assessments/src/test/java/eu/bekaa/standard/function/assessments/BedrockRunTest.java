package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.list;
import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static eu.bekaa.standard.function.assessments.BedrockStub.WORDED;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.BedrockStub.Reply;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that a language model words, behind a stub of the Bedrock API.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BedrockRunTest implements TestPropertyProvider {
    private static final BedrockStub BEDROCK = new BedrockStub();

    @Inject
    AgentDesk desk;

    @Override
    public Map<String, String> getProperties() {
        return BEDROCK.settings();
    }

    @BeforeEach
    void wordsAsAlways() {
        BEDROCK.always(question -> BedrockStub.words(WORDED));
    }

    @AfterAll
    static void stop() {
        BEDROCK.stop();
    }

    @Test
    void theModelWordsTheProposalAndDecidesNothing() {
        var place = desk.evidenced(Shelf.ACCESS);
        var before = place.standing();

        var run = place.worked("gap-analyst", Map.of());

        var metadata = completed(run);
        assertThat(metadata).containsEntry("engine", "bedrock");
        assertThat(text(metadata, "engine_reason")).contains("test.model-v1", "deterministic engine's");
        assertThat(map(metadata, "usage"))
                .containsEntry("input_tokens", 1000)
                .containsEntry("output_tokens", 100)
                .containsEntry("model_calls", 1);
        var output = place.output(text(run, "agent_run_id"));
        assertThat(output).containsEntry("summary", "Access reviews are described; the rest is not.");
        assertThat(list(output, "limitations"))
                .contains("Only two passages were read.", "What is not evidenced is not thereby absent.");
        assertThat((Double) output.get("confidence_score")).isLessThan(0.99);
        assertThat(list(map(map(output, "metadata"), "details"), "findings")).hasSize(5);
        assertThat(place.standing()).isEqualTo(before);
        var question = BEDROCK.asked().getFirst();
        assertThat(question).contains("toolConfig", "kb_evidence_search", "Managers review the access rights");
        assertThat(question).doesNotContain("artifact_draft_create", "approval_event_create");
    }

    @Test
    void theModelMayLookFurtherAndCiteWhatItFinds() {
        var place = desk.evidenced(Shelf.ACCESS);
        BEDROCK.always(question -> {
            var labels = new HashSet<String>();
            var found = Pattern.compile("S\\d+").matcher(question);
            while (found.find()) {
                labels.add(found.group());
            }
            return BedrockStub.words(WORDED.replace("\"S1\"", "\"S" + labels.size() + "\""));
        });
        BEDROCK.first(question -> BedrockStub.tool("kb_evidence_search", "{\"query\": \"access reviews\"}"));

        var run = place.worked("evidence-analyst", Map.of());

        assertThat(completed(run)).as(() -> run.toString()).containsEntry("engine", "bedrock");
        assertThat(map(map(run, "metadata"), "usage")).containsEntry("model_calls", 2);
        assertThat(place.steps(text(run, "agent_run_id")).getLast())
                .containsEntry("tool_name", "kb_evidence_search")
                .containsEntry("status", "completed");
    }

    @Test
    void whoAsksForTheDeterministicEngineGetsIt() {
        var place = desk.open();
        var request = place.request("framework-mapper", Map.of());
        request.put("model", "deterministic");
        var id = text(place.work.assessor.post(201, "/agent-runs", request), "agent_run_id");
        place.deliver(id);

        assertThat(completed(place.run(id))).containsEntry("engine", "deterministic");
        assertThat(BEDROCK.asked()).isEmpty();
    }

    @Test
    void aThrottledModelIsAskedAgain() {
        var place = desk.open();
        BEDROCK.first(
                question -> BedrockStub.refused(429, "Too many requests"),
                question -> BedrockStub.refused(503, "Not now"),
                question -> BedrockStub.refused(429, "Too many requests"));

        assertThat(completed(place.worked("framework-mapper", Map.of()))).containsEntry("engine", "bedrock");
        assertThat(BEDROCK.asked()).hasSize(4);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("throttled", BedrockStub.refused(429, "Too many requests")),
                Arguments.of("unavailable", BedrockStub.refused(500, "Broken")),
                Arguments.of("refused", BedrockStub.refused(403, "No access to the model")),
                Arguments.of("timed_out", BedrockStub.silence()),
                Arguments.of("unreadable", new Reply(200, "{\"output\": {\"message\": ", false)),
                Arguments.of("unreadable", new Reply(200, "<html>Bad gateway</html>", false)),
                Arguments.of("unreadable", BedrockStub.words("Sure! Here is the JSON you wanted.")),
                Arguments.of("unreadable", BedrockStub.words(WORDED + " I hope this helps.")),
                Arguments.of("unreadable", BedrockStub.words(WORDED + WORDED)),
                Arguments.of("unreadable", BedrockStub.words(WORDED.replace("\"summary\"", "\"verdict\""))),
                Arguments.of("unreadable", BedrockStub.words(WORDED.replace("0.99", "\"high\""))),
                Arguments.of("unreadable", BedrockStub.words("")),
                Arguments.of("too_large", BedrockStub.words("x".repeat(2_000_000))),
                Arguments.of("guardrail", BedrockStub.words(WORDED.replace("\"S1\"", "\"S999\""))),
                Arguments.of("guardrail", BedrockStub.words(WORDED.replace("null", "\"We do it all.\""))),
                Arguments.of("guardrail", BedrockStub.words(WORDED.replace("[\"The policy is in force.\"]", "[]"))),
                Arguments.of(
                        "guardrail",
                        BedrockStub.words(
                                WORDED.replace("\"writes_final_finding\": false", "\"writes_final_finding\": true"))),
                Arguments.of("tool_use_blocked", BedrockStub.tool("artifact_draft_create", "{}")),
                Arguments.of("tool_use_blocked", BedrockStub.tool("approval_event_create", "{}")),
                Arguments.of("unreadable", BedrockStub.tool("assessment_state_read", "{}")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aModelThatFailsIsDoneWithoutAndTheRunSaysSo(String reason, Reply reply) {
        var place = desk.open();
        var before = place.standing();
        BEDROCK.always(question -> reply);

        var run = place.worked("gap-analyst", Map.of());

        var metadata = completed(run);
        assertThat(metadata).as(() -> run.toString()).containsEntry("engine", "deterministic");
        assertThat(map(metadata, "fallback")).containsEntry("reason", reason);
        assertThat(place.standing()).isEqualTo(before);
        assertThat(place.output(text(run, "agent_run_id"))).containsEntry("writes_final_finding", false);
        assertThat(place.audited("security.agent_guardrail_triggered")).isEqualTo(reason.equals("guardrail") ? 1 : 0);
        assertThat(place.audited("security.tool_use_blocked")).isEqualTo(reason.equals("tool_use_blocked") ? 1 : 0);
    }

    @Test
    void aRunThatWouldCostTooMuchFails() {
        var place = desk.open();
        BEDROCK.always(question -> BedrockStub.words(WORDED, 60_000));
        BEDROCK.first(question -> {
            var wish = BedrockStub.tool("assessment_state_read", "{}");
            return new Reply(200, wish.body().replace("\"inputTokens\": 1000", "\"inputTokens\": 49000"), false);
        });

        var run = place.worked("framework-mapper", Map.of());

        assertThat(run).containsEntry("status", "failed");
        assertThat(map(map(run, "metadata"), "error"))
                .containsEntry("code", "AGENT_BUDGET_EXCEEDED")
                .satisfies(error -> assertThat(text(error, "message")).contains("49050", "50000"));
        assertThat(BEDROCK.asked()).hasSize(1);
        assertThat(map(map(run, "metadata"), "usage")).containsEntry("input_tokens", 49000);
    }

    @Test
    void anOrganizationThatHasSpentItsDayIsToldSo() {
        var place = desk.open();
        var request = place.asked("framework-mapper", Map.of());
        OwnerSql.change(
                "UPDATE agent_run SET input_tokens = 119000 WHERE agent_run_id = ?",
                UUID.fromString(place.driven("gap-analyst")));

        place.deliver(request);

        assertThat(place.run(request)).containsEntry("status", "failed");
        assertThat(map(map(place.run(request), "metadata"), "error").toString()).contains("of today");
        assertThat(BEDROCK.asked()).isEmpty();
        var other = desk.open();
        assertThat(completed(other.worked("framework-mapper", Map.of()))).containsEntry("engine", "bedrock");
    }

    @Test
    void cancellingStopsARunThatWaitsForTheModel() throws Exception {
        var place = desk.open();
        BEDROCK.always(question -> BedrockStub.silence());
        var id = place.asked("framework-mapper", Map.of());
        var worker = CompletableFuture.supplyAsync(() -> place.deliver(id));
        BEDROCK.awaitQuestion();

        place.work.assessor.post(200, "/agent-runs/" + id + "/cancel", Map.of("reason", "Too slow."));
        var questions = questions();

        assertThat(worker.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(place.run(id)).containsEntry("status", "cancelled").containsEntry("output_hash", null);
        assertThat(questions()).isEqualTo(questions);
        assertThat(place.steps(id)).isNotEmpty();
    }

    private static long questions() {
        return BEDROCK.asked().stream()
                .filter(question -> !question.startsWith("gone"))
                .count();
    }

    private static Map<String, Object> completed(Map<String, Object> run) {
        assertThat(run).as(() -> run.toString()).containsEntry("status", "completed");
        return map(run, "metadata");
    }
}
