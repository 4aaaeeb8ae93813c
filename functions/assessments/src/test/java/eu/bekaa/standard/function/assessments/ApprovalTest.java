package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What waits for a decision, and who may make it.
@MicronautTest(transactional = false)
class ApprovalTest {
    private final Docket docket;

    ApprovalTest(Docket docket) {
        this.docket = docket;
    }

    @Test
    void std110_oneApprovalWaitsForEachSubmittedVersion() {
        var submitted = docket.submit(docket.tenant.assessor());
        var approvals = rows(docket.assessor.get("/assessments/" + docket.assessment + "/approvals"), "data");
        assertThat(approvals)
                .singleElement()
                .satisfies(approval -> assertThat(approval)
                        .containsEntry("target_id", submitted.header().id().toString())
                        .containsEntry("target_type", "artifact_version")
                        .containsEntry("artifact_version", 1)
                        .containsEntry("gate", "soa")
                        .containsEntry("decision", null)
                        .containsEntry(
                                "requested_by",
                                docket.tenant.assessor().actor().id().toString())
                        .containsKeys(
                                "organization_id",
                                "assessment_id",
                                "actor_id",
                                "reason",
                                "created_at",
                                "decided_at",
                                "trace_id"));
        var path = "/organizations/" + docket.tenant.organizationId() + "/approvals/pending";
        assertThat(docket.approver.get(path)).containsEntry("count", 1);
        assertThat(docket.approver.get(path + "?gate=soa")).containsEntry("count", 1);
        assertThat(docket.approver.get(path + "?gate=poam")).containsEntry("count", 0);
        docket.approver.answer(400, HttpRequest.GET("/api/v1" + path + "?gate=nonsense"));
        docket.approver.answer(
                404,
                HttpRequest.GET(
                        "/api/v1/organizations/" + docket.tenants.create().organizationId() + "/approvals/pending"));
    }

    @Test
    void anApprovalNamesItsPersonAndTime() {
        var approval = docket.pending(docket.submit(docket.tenant.assessor()));
        var decided = docket.approver.post(200, "/approvals/" + approval + "/approve", Map.of("reason", "Checked."));
        assertThat(decided)
                .containsEntry("decision", "approved")
                .containsEntry("reason", "Checked.")
                .containsEntry("actor_id", docket.tenant.approver().actor().id().toString());
        assertThat(decided.get("decided_at")).isNotNull();
        assertThat(docket.assessor.get("/approvals/" + approval))
                .isEqualTo(withTrace(decided, docket.assessor.get("/approvals/" + approval)));
        assertThat(docket.audited()).contains("approval.decided", "soa.submitted_for_review");
    }

    @Test
    void aBodyIsNotNeededToApproveAndAnActorIsTheCaller() {
        var approval = docket.pending(docket.submit(docket.tenant.assessor()));
        var path = "/approvals/" + approval + "/approve";
        assertThat(code(docket.approver.post(
                        403, path, Map.of("actor", docket.tenant.owner().actor().id()))))
                .isEqualTo("FORBIDDEN");
        docket.approver.post(400, path, Map.of("decision", "approved"));
        assertThat(docket.approver
                        .answer(200, HttpRequest.POST("/api/v1" + path, ""))
                        .get("decision"))
                .isEqualTo("approved");
    }

    @Test
    void std111_theAuthorsAttemptIsRefusedAndRemembered() {
        var approval = docket.pending(docket.submit(docket.tenant.approver()));
        assertThat(code(docket.approver.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("FORBIDDEN");
        assertThat(docket.audited()).contains("security.approval_sod_violation_attempt");
        docket.owner.post(200, "/approvals/" + approval + "/approve", Map.of());
    }

    @Test
    void std112_noMachineApprovesAndStd7RaisesTheAlarm() {
        var approval = docket.pending(docket.submit(docket.tenant.assessor()));
        var machine = docket.assessor.as(docket.tenant.machine());
        assertThat(code(machine.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(code(docket.assessor.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(machine.post(403, "/assessments/" + docket.assessment + "/approvals", Map.of())))
                .isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(docket.audited()).contains("security.approval_permission_denied");
        assertThat(docket.assessor.get("/approvals/" + approval)).containsEntry("decision", null);
    }

    @Test
    void std2_anotherOrganizationsApprovalsAndArtifactsAreNotFound() {
        var submitted = docket.submit(docket.tenant.assessor());
        var approval = docket.pending(submitted);
        var theirs = docket.tenants.create();
        var stranger = new Conversation(docket.http, theirs, theirs.owner());
        assertThat(code(stranger.answer(404, HttpRequest.GET("/api/v1/approvals/" + approval))))
                .isEqualTo("APPROVAL_NOT_FOUND");
        stranger.post(404, "/approvals/" + approval + "/approve", Map.of());
        stranger.post(404, "/approvals/" + approval + "/reject", Map.of("reason", "Mine."));
        stranger.post(
                404,
                "/assessments/" + docket.assessment + "/approvals",
                Docket.decision("soa", "artifact_version", submitted.header().id(), "approved", "Mine."));
        stranger.answer(
                404, HttpRequest.GET("/api/v1/artifacts/" + submitted.header().id()));
        stranger.answer(
                404, HttpRequest.GET("/api/v1/artifacts/" + submitted.header().id() + "/versions/1"));
        assertThat(docket.assessor.get("/approvals/" + approval)).containsEntry("decision", null);
    }

    private static Map<String, Object> withTrace(Map<String, Object> answer, Map<String, Object> other) {
        var same = new java.util.LinkedHashMap<>(answer);
        same.put("trace_id", other.get("trace_id"));
        return same;
    }
}
