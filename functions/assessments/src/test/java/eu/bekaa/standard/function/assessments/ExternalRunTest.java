package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.list;
import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.Tool;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs that a program of the caller's drives.
@MicronautTest(transactional = false)
class ExternalRunTest {
    /// The contract's table (§14); every agent reads the assessment's state besides.
    private static final Map<String, String> TABLE = Map.of(
            "knowledge-steward", "artifact_version_read, kb_evidence_search, validation_result_write",
            "scf-control-analyst", "scf_control_lookup, scf_mapping_lookup, artifact_version_read",
            "framework-mapper", "scf_control_lookup, scf_mapping_lookup, validation_result_write",
            "scope-soa-architect",
                    "artifact_version_read, scf_control_lookup, scf_mapping_lookup, artifact_draft_create, validation_result_write",
            "evidence-analyst", "artifact_version_read, kb_evidence_search, validation_result_write",
            "gap-analyst", "artifact_version_read, kb_evidence_search, artifact_draft_create, validation_result_write",
            "maturity-assessor",
                    "artifact_version_read, kb_evidence_search, artifact_draft_create, validation_result_write",
            "poam-planner", "artifact_version_read, artifact_draft_create, validation_result_write",
            "report-writer", "artifact_version_read, artifact_draft_create, validation_result_write");

    private final AgentDesk desk;

    ExternalRunTest(AgentDesk desk) {
        this.desk = desk;
    }

    @ParameterizedTest
    @EnumSource(Agent.class)
    void std120_anAgentUsesTheToolsOfItsListAndNoOther(Agent agent) {
        var allowed = new TreeSet<>(Set.of(TABLE.get(agent.toString()).split(", ")));
        allowed.add("assessment_state_read");
        assertThat(agent.tools().stream().map(Tool::toString).collect(Collectors.toSet()))
                .isEqualTo(allowed);
        var place = desk.open();
        var run = place.driven(agent.toString());

        var blocked = Arrays.stream(Tool.values())
                .map(Tool::toString)
                .filter(tool -> !allowed.contains(tool))
                .toList();
        for (var tool : blocked) {
            assertThat(place.work.assessor.refused(
                            403, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", tool)))
                    .as(tool)
                    .isEqualTo("TOOL_USE_BLOCKED");
        }

        assertThat(blocked).contains("approval_event_create");
        assertThat(place.steps(run))
                .hasSameSizeAs(blocked)
                .allSatisfy(step -> assertThat(step)
                        .containsEntry("status", "rejected")
                        .containsEntry("error_code", "TOOL_USE_BLOCKED")
                        .containsEntry("output_hash", null));
        assertThat(place.audited("security.tool_use_blocked")).isEqualTo(blocked.size());
        assertThat(place.run(run)).containsEntry("status", "running");
    }

    @Test
    void std120_aToolThatNobodyKnowsIsBlockedToo() {
        var place = desk.open();
        var run = place.driven("gap-analyst");

        place.work.assessor.refused(403, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", "shell"));

        assertThat(place.steps(run)).extracting(step -> step.get("tool_name")).containsExactly("shell");
    }

    @Test
    void toolsReadWhatIsThereAndAreRemembered() {
        var place = desk.evidenced(Shelf.ACCESS);
        var driver = new OutsideDriver(place);
        var analyst = place.driven("gap-analyst");

        var state = driver.used(analyst, "assessment_state_read", Map.of());
        assertThat(map(state, "output")).containsEntry("state", "evidence_analysis_ready");
        var versions = driver.used(analyst, "artifact_version_read", Map.of("artifact_type", "soa"));
        assertThat(list(map(versions, "output"), "items")).hasSize(5);
        var found = driver.used(analyst, "kb_evidence_search", Map.of("query", "Who reviews access rights?"));
        assertThat(list(map(found, "output"), "hits")).isNotEmpty();
        driver.used(
                analyst,
                "validation_result_write",
                Map.of("subject", "evidence", "valid", false, "findings", List.of("Thin.")));

        assertThat(place.steps(analyst)).extracting(step -> step.get("ordinal")).containsExactly(1, 2, 3, 4);
        assertThat(list(map(place.run(analyst), "metadata"), "validation_results"))
                .containsExactly(Map.of("subject", "evidence", "valid", false, "findings", List.of("Thin.")));

        var mapper = place.driven("framework-mapper");
        var control = driver.used(mapper, "scf_control_lookup", Map.of("control_code", "IAC-01"));
        assertThat(map(control, "output")).containsEntry("control_title", "Access Reviews");
        var mapping = driver.used(mapper, "scf_mapping_lookup", Map.of("requirement_code", "R-3"));
        assertThat(map(mapping, "output")).containsEntry("mapping_status", "no_official_mapping");
        place.work.assessor.post(
                404,
                "/agent-runs/" + mapper + "/tool-calls",
                Map.of("tool_name", "scf_control_lookup", "input", Map.of("control_code", "NONE-1")));
        place.work.assessor.post(
                400,
                "/agent-runs/" + mapper + "/tool-calls",
                Map.of("tool_name", "scf_control_lookup", "input", Map.of("control_code", "IAC-01", "evil", true)));
        assertThat(place.steps(mapper))
                .extracting(step -> step.get("status"))
                .containsExactly("completed", "completed", "failed", "failed");
    }

    @Test
    void aDriverDraftsOnceAndOnlyItsOwnKind() {
        var place = desk.evidenced(Shelf.ACCESS);
        var run = place.driven("gap-analyst");
        var path = "/agent-runs/" + run + "/tool-calls";
        var draft = Map.of("tool_name", "artifact_draft_create", "input", Map.of("artifact_type", "gap_analysis"));

        assertThat(place.work.assessor.refused(
                        400,
                        path,
                        Map.of("tool_name", "artifact_draft_create", "input", Map.of("artifact_type", "soa"))))
                .isEqualTo("VALIDATION_ERROR");
        var made = map(place.work.assessor.post(201, path, draft), "output");
        assertThat(place.work.assessor.refused(409, path, draft)).isEqualTo("CONFLICT");

        assertThat(place.work.assessor.get("/gap-analysis/" + made.get("artifact_version_id")))
                .containsEntry("status", "draft");
        assertThat(place.work.assessor.list(place.work.assessmentPath() + "/gap-analysis"))
                .hasSize(1);
    }

    @Test
    void std122_aMismatchOfContextIsRefused() {
        var place = desk.open();
        var driver = new OutsideDriver(place);
        var other = desk.open();
        var run = place.driven("framework-mapper");
        for (var path : List.of("/tool-calls", "/complete")) {
            var body = new HashMap<String, Object>(
                    path.equals("/complete")
                            ? Map.of("output", driver.output())
                            : Map.of("tool_name", "assessment_state_read"));
            body.put("assessment_id", other.work.ground.assessmentId());
            assertThat(place.work.assessor.refused(409, "/agent-runs/" + run + path, body))
                    .isEqualTo("CONFLICT");
            body.put("assessment_id", place.work.ground.assessmentId());
            body.put("organization_id", other.work.tenant.organizationId());
            assertThat(place.work.assessor.refused(403, "/agent-runs/" + run + path, body))
                    .isEqualTo("TENANT_MISMATCH");
            assertThat(other.work.assessor.refused(404, "/agent-runs/" + run + path, body))
                    .isEqualTo("AGENT_RUN_NOT_FOUND");
        }
        assertThat(place.run(run)).containsEntry("status", "running");
    }

    @Test
    void std122_onlyARunningRunOfAnOutsideDriverTakesToolCallsAndAnOutput() {
        var place = desk.open();
        var driver = new OutsideDriver(place);
        var ours = place.asked("framework-mapper", Map.of());
        var cancelled = place.driven("framework-mapper");
        place.work.assessor.post(200, "/agent-runs/" + cancelled + "/cancel", Map.of());
        var done = place.driven("framework-mapper");
        place.work.assessor.post(200, "/agent-runs/" + done + "/complete", Map.of("output", driver.output()));

        for (var run : List.of(ours, cancelled, done)) {
            assertThat(place.work.assessor.refused(
                            409, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", "assessment_state_read")))
                    .isEqualTo("CONFLICT");
            assertThat(place.work.assessor.refused(
                            409, "/agent-runs/" + run + "/complete", Map.of("output", driver.output())))
                    .isEqualTo("CONFLICT");
            assertThat(place.steps(run)).isEmpty();
        }
    }

    @Test
    void whatADriverReportsCountsAgainstTheBudget() {
        var place = desk.open();
        var driver = new OutsideDriver(place);
        var run = place.driven("framework-mapper");
        var dear = Map.of("output", driver.output(), "usage", Map.of("input_tokens", 9_000_000, "output_tokens", 1));

        assertThat(place.work.assessor.refused(409, "/agent-runs/" + run + "/complete", dear))
                .isEqualTo("AGENT_BUDGET_EXCEEDED");

        assertThat(place.run(run)).containsEntry("status", "failed");
        assertThat(map(map(place.run(run), "metadata"), "error")).containsEntry("code", "AGENT_BUDGET_EXCEEDED");
        var next = place.driven("framework-mapper");
        var done = place.work.assessor.post(
                200,
                "/agent-runs/" + next + "/complete",
                Map.of("output", driver.output(), "usage", Map.of("input_tokens", 900, "output_tokens", 100)));
        assertThat(map(map(done, "metadata"), "usage"))
                .containsEntry("input_tokens", 900)
                .containsEntry("output_tokens", 100);
    }
}
