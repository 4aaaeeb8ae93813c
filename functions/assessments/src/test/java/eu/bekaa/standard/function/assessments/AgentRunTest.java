package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.list;
import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs that our worker drives, without a language model.
@MicronautTest(transactional = false)
class AgentRunTest {
    private final AgentDesk desk;

    AgentRunTest(AgentDesk desk) {
        this.desk = desk;
    }

    @ParameterizedTest
    @EnumSource(Agent.class)
    void std121_everyAgentProposesWithSourcesAndSaysWhichEngineItUsed(Agent agent) {
        var place = desk.evidenced(Shelf.ACCESS);
        var before = place.standing();

        var run = place.worked(agent.toString(), Map.of());

        assertThat(run)
                .as(() -> run.toString())
                .containsEntry("status", "completed")
                .containsEntry("agent_id", agent.toString());
        assertThat(map(run, "metadata")).containsEntry("engine", "deterministic");
        assertThat(text(map(run, "metadata"), "engine_reason")).isEqualTo("No language model is configured.");
        var output = place.output(text(run, "agent_run_id"));
        assertThat(list(output, "assumptions")).isNotEmpty();
        assertThat(list(output, "limitations")).isNotEmpty();
        assertThat(list(output, "sources")).isNotEmpty();
        assertThat((Double) output.get("confidence_score")).isBetween(0.0, 1.0);
        assertThat(output)
                .containsEntry("writes_final_finding", false)
                .containsEntry("creates_official_mapping", false);
        assertThat(map(output, "metadata")).containsEntry("engine", "deterministic");
        assertThat(place.steps(text(run, "agent_run_id")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step).containsEntry("status", "completed"))
                .allSatisfy(step ->
                        assertThat(agent.tools().stream().map(Object::toString)).contains(text(step, "tool_name")));
        assertThat(place.standing()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Agent.class)
    void anAgentWithNothingToGoOnSaysSo(Agent agent) {
        var place = desk.open();

        var run = place.worked(agent.toString(), Map.of());

        assertThat(run).as(() -> run.toString()).containsEntry("status", "completed");
        assertThat(list(place.output(text(run, "agent_run_id")), "limitations")).hasSizeGreaterThan(1);
    }

    @Test
    void std120_anUnknownAgentIsNotFound() {
        var place = desk.open();

        for (var unknown : new String[] {"gap_analyst", "GAP-ANALYST", "ciso"}) {
            assertThat(place.work.assessor.refused(404, "/agent-runs", place.request(unknown, Map.of())))
                    .isEqualTo("AGENT_NOT_FOUND");
        }
    }

    @Test
    void std122_aRunBelongsToItsAssessmentsContext() {
        var place = desk.open();
        var elsewhere = desk.open();
        var request = place.request("framework-mapper", Map.of());

        request.put("framework_id", elsewhere.work.ground.frameworkId());
        assertThat(place.work.assessor.refused(409, "/agent-runs", request)).isEqualTo("CONFLICT");
        request.put("framework_id", place.work.ground.frameworkId());
        request.put("scf_version_id", elsewhere.work.ground.scfVersionId());
        assertThat(place.work.assessor.refused(409, "/agent-runs", request)).isEqualTo("CONFLICT");
        request.put("scf_version_id", place.work.ground.scfVersionId());
        request.put("assessment_id", elsewhere.work.ground.assessmentId());
        assertThat(place.work.assessor.refused(404, "/agent-runs", request)).isEqualTo("ASSESSMENT_NOT_FOUND");
    }

    @Test
    void std122_inputAndOutputAreHashedAndTheInputIsNotKept() {
        var place = desk.open(Shelf.ACCESS);
        var id = place.asked("knowledge-steward", Map.of("query", "Who reviews access rights?"));
        assertThat(text(place.run(id), "input_hash")).matches("sha256:[0-9a-f]{64}");
        assertThat(place.run(id)).containsEntry("output_hash", null).containsEntry("status", "queued");

        place.deliver(id);

        assertThat(text(place.run(id), "output_hash")).matches("sha256:[0-9a-f]{64}");
        assertThat(OwnerSql.count(
                        "SELECT count(*) FROM agent_run WHERE agent_run_id = ? AND input IS NOT NULL",
                        UUID.fromString(id)))
                .isZero();
        assertThat(place.steps(id))
                .allSatisfy(step -> assertThat(text(step, "input_hash")).matches("sha256:[0-9a-f]{64}"))
                .allSatisfy(step -> assertThat(text(step, "output_hash")).matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void aDraftIsMadeOnlyWhereItIsAskedForAndNamesItsRun() {
        var place = desk.evidenced(Shelf.ACCESS);

        var run = place.worked("gap-analyst", Map.of("create_draft", true));

        assertThat(run).as(() -> run.toString()).containsEntry("status", "completed");
        var draft = map(map(run, "metadata"), "draft");
        assertThat(draft).containsEntry("artifact_type", "gap_analysis");
        var version = place.work.assessor.get("/gap-analysis/" + draft.get("artifact_version_id"));
        assertThat(version)
                .containsEntry("status", "draft")
                .containsEntry(
                        "created_by", place.work.tenant.assessor().actor().id().toString());
        assertThat(map(version, "metadata")).containsEntry("generated_by_agent_run_id", run.get("agent_run_id"));
        assertThat(place.steps(text(run, "agent_run_id")).getLast())
                .containsEntry("tool_name", "artifact_draft_create")
                .containsEntry("status", "completed");
    }

    @Test
    void aDraftThatTheRulesRefuseFailsTheRunAndLeavesNothing() {
        var place = desk.open();
        var before = place.standing();

        var run = place.worked("gap-analyst", Map.of("create_draft", true));

        assertThat(run).containsEntry("status", "failed");
        assertThat(map(map(run, "metadata"), "error")).containsEntry("code", "APPROVED_SOA_REQUIRED");
        assertThat(place.standing()).isEqualTo(before);
        assertThat(place.steps(text(run, "agent_run_id")).getLast()).containsEntry("status", "failed");
        assertThat(place.work.assessor.status("/agent-runs/" + run.get("agent_run_id") + "/output"))
                .isEqualTo(409);
    }

    @Test
    void whoMayNotDraftCannotHaveAnAgentDraft() {
        var place = desk.open();

        assertThat(place.work.assessor.refused(
                        400, "/agent-runs", place.request("evidence-analyst", Map.of("create_draft", true))))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(place.work
                        .assessor
                        .as(place.work.tenant.viewer())
                        .refused(403, "/agent-runs", place.request("gap-analyst", Map.of())))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void std140_everyRunIsAuditedAsTheAgentRuntimes() {
        var place = desk.open();

        place.worked("report-writer", Map.of());

        assertThat(place.audited("agent_run.requested")).isEqualTo(1);
        assertThat(OwnerSql.count(
                        "SELECT count(*) FROM audit_record WHERE action = 'agent_run.completed'"
                                + " AND actor_type = 'agent_runtime' AND organization_id = ?",
                        place.work.tenant.organizationId()))
                .isEqualTo(1);
    }

    @Test
    void std2_anotherOrganizationsRunDoesNotExist() {
        var place = desk.open();
        var id = place.asked("framework-mapper", Map.of());
        var stranger = desk.open();

        for (var path : new String[] {"", "/output", "/steps"}) {
            assertThat(stranger.work.assessor.status("/agent-runs/" + id + path))
                    .isEqualTo(404);
        }
        assertThat(stranger.work.assessor.refused(404, "/agent-runs/" + id + "/cancel", Map.of()))
                .isEqualTo("AGENT_RUN_NOT_FOUND");
        assertThat(stranger.work.assessor.list("/agent-runs")).isEmpty();
    }

    @Test
    void runsAreListedTheNewestFirstAndFiltered() {
        var place = desk.open();
        var older = place.asked("framework-mapper", Map.of());
        var newer = place.asked("report-writer", Map.of());
        place.deliver(older);

        var assessor = place.work.assessor;
        assertThat(assessor.list("/agent-runs"))
                .extracting(run -> run.get("agent_run_id"))
                .containsExactly(newer, older);
        assertThat(assessor.list("/agent-runs?status=completed&agent_id=framework-mapper&assessment_id="
                        + place.work.ground.assessmentId()))
                .extracting(run -> run.get("agent_run_id"))
                .containsExactly(older);
        assertThat(assessor.list("/agent-runs?agent_id=gap-analyst")).isEmpty();
        assertThat(assessor.status("/agent-runs?status=done")).isEqualTo(400);
        assertThat(assessor.status("/agent-runs?agent_id=nobody")).isEqualTo(400);
        var first = assessor.get("/agent-runs?limit=1");
        assertThat(rows(first, "data")).hasSize(1);
        assertThat(assessor.list(
                        "/agent-runs?limit=1&cursor=" + map(first, "pagination").get("next_cursor")))
                .extracting(run -> run.get("agent_run_id"))
                .containsExactly(older);
    }

    @Test
    void std5_theSameRequestIsTheSameRun() {
        var place = desk.open();
        var request = place.request("framework-mapper", Map.of());

        var first = place.work.assessor.answer(
                201, HttpRequest.POST("/api/v1/agent-runs", request).header("Idempotency-Key", "run-once"));
        var second = place.work.assessor.answer(
                201, HttpRequest.POST("/api/v1/agent-runs", request).header("Idempotency-Key", "run-once"));

        assertThat(second.get("agent_run_id")).isEqualTo(first.get("agent_run_id"));
        assertThat(place.work.assessor.list("/agent-runs")).hasSize(1);
    }
}
