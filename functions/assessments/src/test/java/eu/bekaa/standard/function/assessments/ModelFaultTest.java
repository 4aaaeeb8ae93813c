package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.BedrockStub.Reply;
import eu.bekaa.standard.testing.Dose;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A language model that is ill in one way or another costs an agent run its wording and nothing else: the run ends,
/// its proposal is the deterministic engine's, and nothing in the assessment has changed.
@Tag("fault")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelFaultTest implements TestPropertyProvider {
    private static final BedrockStub BEDROCK = new BedrockStub();
    private static final int HUGE = 2_000_000;

    @Inject
    AgentDesk desk;

    /// What a model can suffer from.
    private enum Ailment {
        DOWN(BedrockStub::hungUp),
        THROTTLED(() -> BedrockStub.refused(429, "Too many requests")),
        SLOW(BedrockStub::silence),
        GARBAGE(() -> new Reply(200, "\u0000\u0001<html>{", false)),
        WRONG_SCHEMA(() -> BedrockStub.words("{\"verdict\": \"all is well\", \"confidence_score\": \"high\"}")),
        HUGE_ANSWER(() -> BedrockStub.words("x".repeat(HUGE)));

        private final Supplier<Reply> reply;

        Ailment(Supplier<Reply> reply) {
            this.reply = reply;
        }
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                "standard.llm", "bedrock",
                "standard.bedrock.model", "test.model-v1",
                "standard.bedrock.endpoint", BEDROCK.endpoint().toString(),
                "standard.agents.call-timeout", "400ms",
                "standard.agents.backoff", "5ms",
                "standard.agents.tokens-per-run", "50000",
                "standard.agents.tokens-per-day", "100000000");
    }

    @AfterAll
    static void stop() {
        BEDROCK.stop();
    }

    @Test
    void anIllModelCostsARunItsWordingAndNothingElse() {
        var dose = Dose.of("language model down, 429, slow, garbage, wrong schema, huge", 6, 300);
        var ailments = Ailment.values();
        var place = desk.open();
        var plainly = place.plainly("gap-analyst");
        int met = 0;
        for (int time = 0; time < dose.times(); time++) {
            var ailment = ailments[time % ailments.length];
            var before = place.standing();
            BEDROCK.always(question -> ailment.reply.get());

            var run = place.worked("gap-analyst", Map.of());

            var engine =
                    "completed".equals(run.get("status")) ? map(run, "metadata").get("engine") : run;
            if (!"deterministic".equals(engine)) {
                dose.lost(ailment + ": the run ended as " + engine);
                continue;
            }
            var output = place.output(text(run, "agent_run_id"));
            if (!plainly.equals(map(map(output, "metadata"), "details"))) {
                dose.lost(ailment + ": the proposal is another than the deterministic engine's");
            }
            if (!before.equals(place.standing())) {
                dose.lost(ailment + ": the assessment has changed");
            }
            // a connection that was kept and is cut fails before the question arrives
            met += BEDROCK.asked().isEmpty() ? 0 : 1;
        }
        dose.report(dose.times(), "each run ended, with the deterministic engine's proposal");
        assertThat(met).as("runs whose model was asked").isGreaterThan(dose.times() / 2);
    }
}
