package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AgentDesk.list;
import static eu.bekaa.standard.function.assessments.AgentDesk.map;
import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.text;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        var place = desk.evidenced(AgentDesk.ACCESS);
        var analyst = place.driven("gap-analyst");

        var state = used(place, analyst, "assessment_state_read", Map.of());
        assertThat(map(state, "output")).containsEntry("state", "evidence_analysis_ready");
        var versions = used(place, analyst, "artifact_version_read", Map.of("artifact_type", "soa"));
        assertThat(list(map(versions, "output"), "items")).hasSize(5);
        var found = used(place, analyst, "kb_evidence_search", Map.of("query", "Who reviews access rights?"));
        assertThat(list(map(found, "output"), "hits")).isNotEmpty();
        used(
                place,
                analyst,
                "validation_result_write",
                Map.of("subject", "evidence", "valid", false, "findings", List.of("Thin.")));

        assertThat(place.steps(analyst)).extracting(step -> step.get("ordinal")).containsExactly(1, 2, 3, 4);
        assertThat(list(map(place.run(analyst), "metadata"), "validation_results"))
                .containsExactly(Map.of("subject", "evidence", "valid", false, "findings", List.of("Thin.")));

        var mapper = place.driven("framework-mapper");
        var control = used(place, mapper, "scf_control_lookup", Map.of("control_code", "IAC-01"));
        assertThat(map(control, "output")).containsEntry("control_title", "Access Reviews");
        var mapping = used(place, mapper, "scf_mapping_lookup", Map.of("requirement_code", "R-3"));
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
        var place = desk.evidenced(AgentDesk.ACCESS);
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
        var run = place.driven("framework-mapper");
        var output = output(place);
        output.put(flaw.field(), flaw.value());

        var refused = place.work.assessor.post(409, "/agent-runs/" + run + "/complete", Map.of("output", output));

        assertThat(code(refused)).isEqualTo("AGENT_GUARDRAIL_TRIGGERED");
        assertThat(refused.toString()).contains(flaw.field());
        assertThat(place.run(run)).containsEntry("status", "running").containsEntry("output_hash", null);
        assertThat(place.audited("security.agent_guardrail_triggered")).isEqualTo(1);
        assertThat(place.work.assessor.status("/agent-runs/" + run + "/output")).isEqualTo(409);

        var completed =
                place.work.assessor.post(200, "/agent-runs/" + run + "/complete", Map.of("output", output(place)));
        assertThat(completed)
                .containsEntry("status", "completed")
                .containsEntry("confidence_score", 0.8)
                .satisfies(done -> assertThat(text(done, "output_hash")).startsWith("sha256:"));
        assertThat(map(completed, "metadata")).containsEntry("engine", "external");
        assertThat(place.output(run)).containsEntry("summary", "Most requirements are mapped.");
    }

    @Test
    void std121_aSourceMustExistHereAndSayWhatItIsQuotedWith() {
        var place = desk.open(AgentDesk.ACCESS);
        var stranger = desk.open(AgentDesk.ACCESS);
        var run = place.driven("evidence-analyst");
        var mine = chunk(place);
        var foreign = chunk(stranger);
        var path = "/agent-runs/" + run + "/complete";

        for (var source : List.of(
                source("document_chunk", UUID.randomUUID().toString(), null),
                source("document_chunk", foreign, null),
                source("document_chunk", mine, "Managers approve everything."),
                source("scf_control", mine, null),
                source("artifact_version", run, null))) {
            var output = output(place);
            output.put("sources", List.of(source));
            assertThat(place.work.assessor.refused(409, path, Map.of("output", output)))
                    .as(source.toString())
                    .isEqualTo("AGENT_GUARDRAIL_TRIGGERED");
        }
        var output = output(place);
        output.put(
                "sources",
                List.of(source(
                        "document_chunk", mine, "Managers review the access rights of their staff each quarter")));
        place.work.assessor.post(200, path, Map.of("output", output));
    }

    @Test
    void std122_aMismatchOfContextIsRefused() {
        var place = desk.open();
        var other = desk.open();
        var run = place.driven("framework-mapper");
        for (var path : List.of("/tool-calls", "/complete")) {
            var body = new HashMap<String, Object>(
                    path.equals("/complete")
                            ? Map.of("output", output(place))
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
        var ours = place.asked("framework-mapper", Map.of());
        var cancelled = place.driven("framework-mapper");
        place.work.assessor.post(200, "/agent-runs/" + cancelled + "/cancel", Map.of());
        var done = place.driven("framework-mapper");
        place.work.assessor.post(200, "/agent-runs/" + done + "/complete", Map.of("output", output(place)));

        for (var run : List.of(ours, cancelled, done)) {
            assertThat(place.work.assessor.refused(
                            409, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", "assessment_state_read")))
                    .isEqualTo("CONFLICT");
            assertThat(place.work.assessor.refused(
                            409, "/agent-runs/" + run + "/complete", Map.of("output", output(place))))
                    .isEqualTo("CONFLICT");
            assertThat(place.steps(run)).isEmpty();
        }
    }

    @Test
    void whatADriverReportsCountsAgainstTheBudget() {
        var place = desk.open();
        var run = place.driven("framework-mapper");
        var dear = Map.of("output", output(place), "usage", Map.of("input_tokens", 9_000_000, "output_tokens", 1));

        assertThat(place.work.assessor.refused(409, "/agent-runs/" + run + "/complete", dear))
                .isEqualTo("AGENT_BUDGET_EXCEEDED");

        assertThat(place.run(run)).containsEntry("status", "failed");
        assertThat(map(map(place.run(run), "metadata"), "error")).containsEntry("code", "AGENT_BUDGET_EXCEEDED");
        var next = place.driven("framework-mapper");
        var done = place.work.assessor.post(
                200,
                "/agent-runs/" + next + "/complete",
                Map.of("output", output(place), "usage", Map.of("input_tokens", 900, "output_tokens", 100)));
        assertThat(map(map(done, "metadata"), "usage"))
                .containsEntry("input_tokens", 900)
                .containsEntry("output_tokens", 100);
    }

    private static Map<String, Object> used(AgentDesk.Place place, String run, String tool, Map<String, ?> input) {
        return place.work.assessor.post(
                201, "/agent-runs/" + run + "/tool-calls", Map.of("tool_name", tool, "input", input));
    }

    private static Map<String, Object> output(AgentDesk.Place place) {
        var output = new HashMap<String, Object>();
        output.put("summary", "Most requirements are mapped.");
        output.put("assumptions", List.of("The pinned version is meant."));
        output.put("limitations", List.of("Nothing was tested."));
        output.put(
                "sources",
                List.of(source("assessment", place.work.ground.assessmentId().toString(), null)));
        output.put("confidence_score", 0.8);
        output.put("writes_final_finding", false);
        output.put("creates_official_mapping", false);
        return output;
    }

    private static Map<String, Object> source(String type, String id, @Nullable String quote) {
        var source = new HashMap<String, Object>();
        source.put("source_type", type);
        source.put("source_id", id);
        source.put("quote", quote);
        return source;
    }

    private static String chunk(AgentDesk.Place place) {
        var steward = place.driven("evidence-analyst");
        var found = used(place, steward, "kb_evidence_search", Map.of("query", "access rights"));
        var hit = (Map<?, ?>) list(map(found, "output"), "hits").getFirst();
        return String.valueOf(hit.get("chunk_id"));
    }
}
