package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.error;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ApprovalTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Http http;
    private final Tenants tenants;
    private final Tenant tenant;
    private final UUID assessment;
    private final Reviews reviews;
    private final AuditLog log;
    private final Conversation assessor;
    private final Conversation approver;
    private final Conversation owner;

    ApprovalTest(Http http, Tenants tenants, Groundwork groundwork, Reviews reviews, AuditLog log) throws SQLException {
        this.http = http;
        this.tenants = tenants;
        this.tenant = tenants.create();
        this.assessment = groundwork.in(tenant.assessor()).assessmentId();
        this.reviews = reviews;
        this.log = log;
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.approver = assessor.as(tenant.approver());
        this.owner = assessor.as(tenant.owner());
        AssessmentTest.standing(assessment, "soa_drafted");
    }

    @Test
    void std110_oneApprovalWaitsForEachSubmittedVersion() {
        var submitted = submit(tenant.assessor());
        var approvals = rows(assessor.get("/assessments/" + assessment + "/approvals"), "data");
        assertThat(approvals)
                .singleElement()
                .satisfies(approval -> assertThat(approval)
                        .containsEntry("target_id", submitted.header().id().toString())
                        .containsEntry("target_type", "artifact_version")
                        .containsEntry("artifact_version", 1)
                        .containsEntry("gate", "soa")
                        .containsEntry("decision", null)
                        .containsEntry(
                                "requested_by", tenant.assessor().actor().id().toString())
                        .containsKeys(
                                "organization_id",
                                "assessment_id",
                                "actor_id",
                                "reason",
                                "created_at",
                                "decided_at",
                                "trace_id"));
        var path = "/organizations/" + tenant.organizationId() + "/approvals/pending";
        assertThat(approver.get(path)).containsEntry("count", 1);
        assertThat(approver.get(path + "?gate=soa")).containsEntry("count", 1);
        assertThat(approver.get(path + "?gate=poam")).containsEntry("count", 0);
        approver.answer(400, HttpRequest.GET("/api/v1" + path + "?gate=nonsense"));
        approver.answer(
                404,
                HttpRequest.GET("/api/v1/organizations/" + tenants.create().organizationId() + "/approvals/pending"));
    }

    @Test
    void anApprovalNamesItsPersonAndTime() {
        var approval = pending(submit(tenant.assessor()));
        var decided = approver.post(200, "/approvals/" + approval + "/approve", Map.of("reason", "Checked."));
        assertThat(decided)
                .containsEntry("decision", "approved")
                .containsEntry("reason", "Checked.")
                .containsEntry("actor_id", tenant.approver().actor().id().toString());
        assertThat(decided.get("decided_at")).isNotNull();
        assertThat(assessor.get("/approvals/" + approval))
                .isEqualTo(withTrace(decided, assessor.get("/approvals/" + approval)));
        assertThat(audited()).contains("approval.decided", "soa.submitted_for_review");
    }

    @Test
    void aBodyIsNotNeededToApproveAndAnActorIsTheCaller() {
        var approval = pending(submit(tenant.assessor()));
        var path = "/approvals/" + approval + "/approve";
        assertThat(code(approver.post(
                        403, path, Map.of("actor", tenant.owner().actor().id()))))
                .isEqualTo("FORBIDDEN");
        approver.post(400, path, Map.of("decision", "approved"));
        assertThat(approver.answer(200, HttpRequest.POST("/api/v1" + path, "")).get("decision"))
                .isEqualTo("approved");
    }

    @Test
    void std111_theAuthorsAttemptIsRefusedAndRemembered() {
        var approval = pending(submit(tenant.approver()));
        assertThat(code(approver.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("FORBIDDEN");
        assertThat(audited()).contains("security.approval_sod_violation_attempt");
        owner.post(200, "/approvals/" + approval + "/approve", Map.of());
    }

    @Test
    void std112_noMachineApprovesAndStd7RaisesTheAlarm() {
        var approval = pending(submit(tenant.assessor()));
        var machine = assessor.as(tenant.machine());
        assertThat(code(machine.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(code(assessor.post(403, "/approvals/" + approval + "/approve", Map.of())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(machine.post(403, "/assessments/" + assessment + "/approvals", Map.of())))
                .isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(audited()).contains("security.approval_permission_denied");
        assertThat(assessor.get("/approvals/" + approval)).containsEntry("decision", null);
    }

    @Test
    void std113_aDecisionIsMadeOnce() {
        var approval = pending(submit(tenant.assessor()));
        approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        var again = owner.post(409, "/approvals/" + approval + "/reject", Map.of("reason", "Too late."));
        assertThat(code(again)).isEqualTo("CONFLICT");
        assertThat(error(again).toString()).contains("approved");
    }

    @Test
    void std113_aRejectionNeedsAReasonAndReturnsTheArtifactToDraft() {
        var submitted = submit(tenant.assessor());
        var approval = pending(submitted);
        approver.post(400, "/approvals/" + approval + "/reject", Map.of());
        approver.post(400, "/approvals/" + approval + "/reject", Map.of("reason", " "));
        approver.post(200, "/approvals/" + approval + "/reject", Map.of("reason", "Item 12 lacks a rationale."));
        var artifact = rows(assessor.get("/assessments/" + assessment + "/artifacts"), "data")
                .getFirst();
        assertThat(artifact).containsEntry("latest_status", "draft").containsEntry("latest_version_number", 2);
        var versions = rows(assessor.get("/artifacts/" + text(artifact, "artifact_id") + "/versions"), "data");
        assertThat(versions.getFirst()).containsEntry("status", "rejected").containsEntry("content_hash", HASH);
        assertThat(versions.getLast())
                .containsEntry("status", "draft")
                .containsEntry("supersedes_version_id", submitted.header().id().toString());
        assertThat(assessor.get("/assessments/" + assessment)).containsEntry("state", "soa_drafted");
        assertThat(rows(assessor.get("/assessments/" + assessment + "/lifecycle/events"), "data")
                        .getLast())
                .containsEntry("event_type", "soa_rejected")
                .containsEntry("reason", "Item 12 lacks a rationale.");
    }

    @Test
    void aDecisionCanNameItsVersionInsteadOfItsApproval() {
        var submitted = submit(tenant.assessor());
        var path = "/assessments/" + assessment + "/approvals";
        var version = submitted.header().id();
        approver.post(400, path, decision("soa", "artifact_version", version, "approved", " "));
        approver.post(400, path, decision("soa", "assessment_state", version, "approved", "Wrong target."));
        assertThat(code(approver.post(
                        409, path, decision("poam", "artifact_version", version, "approved", "Wrong gate."))))
                .isEqualTo("CONFLICT");
        assertThat(code(approver.post(
                        404, path, decision("soa", "artifact_version", new UUID(1, 1), "approved", "None."))))
                .isEqualTo("ARTIFACT_VERSION_NOT_FOUND");
        var sent = approver.post(
                201, path, decision("soa", "artifact_version", version, "changes_requested", "Look again."));
        assertThat(sent).containsEntry("decision", "changes_requested");
        var draft = reviews.list(tenant.assessor(), assessment, ArtifactKind.SOA)
                .getLast()
                .header()
                .id();
        assertThat(code(approver.post(409, path, decision("soa", "artifact_version", draft, "approved", "Too early."))))
                .isEqualTo("CONFLICT");
    }

    @Test
    void aSignOffOnTheStateIsRecordedAndOpensNoGate() throws SQLException {
        var path = "/assessments/" + assessment + "/approvals";
        var signed = approver.post(201, path, decision("soa", "assessment_state", assessment, "approved", "Seen."));
        assertThat(signed).containsEntry("target_type", "assessment_state").containsEntry("artifact_version", null);
        AssessmentTest.standing(assessment, "soa_under_review");
        assertThat(code(assessor.post(
                        409,
                        "/assessments/" + assessment + "/lifecycle/transition",
                        Map.of(
                                "next_state",
                                "soa_approved",
                                "reason",
                                "Signed.",
                                "approval_event_id",
                                text(signed, "approval_id")))))
                .isEqualTo("CONFLICT");
    }

    @Test
    void ofManyDecisionsAtOnceOneWins() {
        var approval = pending(submit(tenant.assessor()));
        var answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> (number % 2 == 0 ? approver : owner)
                        .status(HttpRequest.POST("/api/v1/approvals/" + approval + "/approve", Map.of()))))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void std2_anotherOrganizationsApprovalsAndArtifactsAreNotFound() {
        var submitted = submit(tenant.assessor());
        var approval = pending(submitted);
        var theirs = tenants.create();
        var stranger = new Conversation(http, theirs, theirs.owner());
        assertThat(code(stranger.answer(404, HttpRequest.GET("/api/v1/approvals/" + approval))))
                .isEqualTo("APPROVAL_NOT_FOUND");
        stranger.post(404, "/approvals/" + approval + "/approve", Map.of());
        stranger.post(404, "/approvals/" + approval + "/reject", Map.of("reason", "Mine."));
        stranger.post(
                404,
                "/assessments/" + assessment + "/approvals",
                decision("soa", "artifact_version", submitted.header().id(), "approved", "Mine."));
        stranger.answer(
                404, HttpRequest.GET("/api/v1/artifacts/" + submitted.header().id()));
        stranger.answer(
                404, HttpRequest.GET("/api/v1/artifacts/" + submitted.header().id() + "/versions/1"));
        assertThat(assessor.get("/approvals/" + approval)).containsEntry("decision", null);
    }

    @Test
    void anArtifactIsAllVersionsOfOneKind() {
        var submitted = submit(tenant.assessor());
        var approval = pending(submitted);
        approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        reviews.approve(tenant.approver(), ArtifactKind.SOA, submitted.header().id(), UUID.fromString(approval));
        reviews.open(tenant.assessor(), assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        var artifact = rows(assessor.get("/assessments/" + assessment + "/artifacts"), "data")
                .getFirst();
        assertThat(artifact)
                .containsEntry("artifact_type", "soa")
                .containsEntry("version_count", 2)
                .containsEntry("approved_version_number", 1);
        var path = "/artifacts/" + text(artifact, "artifact_id");
        assertThat(assessor.get(path)).containsEntry("latest_status", "draft");
        assertThat(assessor.get(path + "/versions/1"))
                .containsEntry("artifact_version_id", submitted.header().id().toString())
                .containsEntry("approved_by", tenant.approver().actor().id().toString())
                .containsEntry("status", "approved")
                .containsKeys("supersedes_version_id", "created_by", "created_at", "approved_at", "trace_id");
        assertThat(code(assessor.answer(404, HttpRequest.GET("/api/v1" + path + "/versions/3"))))
                .isEqualTo("ARTIFACT_VERSION_NOT_FOUND");
        assertThat(code(assessor.answer(404, HttpRequest.GET("/api/v1/artifacts/" + new UUID(1, 1)))))
                .isEqualTo("ARTIFACT_NOT_FOUND");
    }

    private static Map<String, Object> withTrace(Map<String, Object> answer, Map<String, Object> other) {
        var same = new java.util.LinkedHashMap<>(answer);
        same.put("trace_id", other.get("trace_id"));
        return same;
    }

    private static Map<String, Object> decision(String gate, String type, UUID target, String decision, String reason) {
        return Map.of("gate", gate, "target_type", type, "target_id", target, "decision", decision, "reason", reason);
    }

    private Version.UnderReview submit(Caller author) {
        var draft = reviews.open(author, assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        return reviews.submit(author, draft, List.of(), HASH);
    }

    private String pending(Version.UnderReview submitted) {
        return rows(assessor.get("/assessments/" + assessment + "/approvals"), "data").stream()
                .filter(approval -> text(approval, "target_id")
                        .equals(submitted.header().id().toString()))
                .map(approval -> text(approval, "approval_id"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited() {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(tenant.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(AuditRecord::action)
                .toList();
    }
}
