package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a program of the caller's hands in as a run's output.
@MicronautTest(transactional = false)
class ExternalOutputTest {
    private final AgentDesk desk;

    ExternalOutputTest(AgentDesk desk) {
        this.desk = desk;
    }

    /// A field and what an output must not have there.
    record Flaw(String field, @Nullable Object value) {}

    static Stream<Flaw> flaws() {
        return Stream.of(
                new Flaw("assumptions", List.of()),
                new Flaw("assumptions", null),
                new Flaw("limitations", List.of()),
                new Flaw("limitations", null),
                new Flaw("limitations", List.of(" ")),
                new Flaw("sources", List.of()),
                new Flaw("sources", null),
                new Flaw("summary", null),
                new Flaw("confidence_score", null),
                new Flaw("confidence_score", 1.5),
                new Flaw("writes_final_finding", true),
                new Flaw("creates_official_mapping", true));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void std121_anOutputWithAFlawIsRefusedAndTheRunGoesOn(Flaw flaw) {
        var place = desk.open();
        var driver = new OutsideDriver(place);
        var run = place.driven("framework-mapper");
        var output = driver.output();
        output.put(flaw.field(), flaw.value());

        var refused = place.work.assessor.post(409, "/agent-runs/" + run + "/complete", Map.of("output", output));

        assertThat(code(refused)).isEqualTo("AGENT_GUARDRAIL_TRIGGERED");
        assertThat(refused.toString()).contains(flaw.field());
        assertThat(place.run(run)).containsEntry("status", "running").containsEntry("output_hash", null);
        assertThat(place.audited("security.agent_guardrail_triggered")).isEqualTo(1);
        assertThat(place.work.assessor.status("/agent-runs/" + run + "/output")).isEqualTo(409);

        var completed =
                place.work.assessor.post(200, "/agent-runs/" + run + "/complete", Map.of("output", driver.output()));
        assertThat(completed)
                .containsEntry("status", "completed")
                .containsEntry("confidence_score", 0.8)
                .satisfies(done -> assertThat(text(done, "output_hash")).startsWith("sha256:"));
        assertThat(map(completed, "metadata")).containsEntry("engine", "external");
        assertThat(place.output(run)).containsEntry("summary", "Most requirements are mapped.");
    }

    @Test
    void std121_aSourceMustExistHereAndSayWhatItIsQuotedWith() {
        var place = desk.open(Shelf.ACCESS);
        var driver = new OutsideDriver(place);
        var stranger = desk.open(Shelf.ACCESS);
        var run = place.driven("evidence-analyst");
        var mine = driver.chunk();
        var foreign = new OutsideDriver(stranger).chunk();
        var path = "/agent-runs/" + run + "/complete";

        for (var source : List.of(
                OutsideDriver.source("document_chunk", UUID.randomUUID().toString(), null),
                OutsideDriver.source("document_chunk", foreign, null),
                OutsideDriver.source("document_chunk", mine, "Managers approve everything."),
                OutsideDriver.source("scf_control", mine, null),
                OutsideDriver.source("artifact_version", run, null))) {
            var output = driver.output();
            output.put("sources", List.of(source));
            assertThat(place.work.assessor.refused(409, path, Map.of("output", output)))
                    .as(source.toString())
                    .isEqualTo("AGENT_GUARDRAIL_TRIGGERED");
        }
        var output = driver.output();
        output.put(
                "sources",
                List.of(OutsideDriver.source(
                        "document_chunk", mine, "Managers review the access rights of their staff each quarter")));
        place.work.assessor.post(200, path, Map.of("output", output));
    }
}
