package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.error;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Sources;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a decision does to the version it is about.
@MicronautTest(transactional = false)
class DecisionTest {
    private final Docket docket;

    DecisionTest(Docket docket) {
        this.docket = docket;
    }

    @Test
    void std113_aDecisionIsMadeOnce() {
        var approval = docket.pending(docket.submit(docket.tenant.assessor()));
        docket.approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        var again = docket.owner.post(409, "/approvals/" + approval + "/reject", Map.of("reason", "Too late."));
        assertThat(code(again)).isEqualTo("CONFLICT");
        assertThat(error(again).toString()).contains("approved");
    }

    @Test
    void std113_aRejectionNeedsAReasonAndReturnsTheArtifactToDraft() {
        var submitted = docket.submit(docket.tenant.assessor());
        var approval = docket.pending(submitted);
        docket.approver.post(400, "/approvals/" + approval + "/reject", Map.of());
        docket.approver.post(400, "/approvals/" + approval + "/reject", Map.of("reason", " "));
        docket.approver.post(200, "/approvals/" + approval + "/reject", Map.of("reason", "Item 12 lacks a rationale."));
        var artifact = rows(docket.assessor.get("/assessments/" + docket.assessment + "/artifacts"), "data")
                .getFirst();
        assertThat(artifact).containsEntry("latest_status", "draft").containsEntry("latest_version_number", 2);
        var versions = rows(docket.assessor.get("/artifacts/" + text(artifact, "artifact_id") + "/versions"), "data");
        assertThat(versions.getFirst()).containsEntry("status", "rejected").containsEntry("content_hash", Docket.HASH);
        assertThat(versions.getLast())
                .containsEntry("status", "draft")
                .containsEntry("supersedes_version_id", submitted.header().id().toString());
        assertThat(docket.assessor.get("/assessments/" + docket.assessment)).containsEntry("state", "soa_drafted");
        assertThat(rows(docket.assessor.get("/assessments/" + docket.assessment + "/lifecycle/events"), "data")
                        .getLast())
                .containsEntry("event_type", "soa_rejected")
                .containsEntry("reason", "Item 12 lacks a rationale.");
    }

    @Test
    void aDecisionCanNameItsVersionInsteadOfItsApproval() {
        var submitted = docket.submit(docket.tenant.assessor());
        var path = "/assessments/" + docket.assessment + "/approvals";
        var version = submitted.header().id();
        docket.approver.post(400, path, Docket.decision("soa", "artifact_version", version, "approved", " "));
        docket.approver.post(
                400, path, Docket.decision("soa", "assessment_state", version, "approved", "Wrong target."));
        assertThat(code(docket.approver.post(
                        409, path, Docket.decision("poam", "artifact_version", version, "approved", "Wrong gate."))))
                .isEqualTo("CONFLICT");
        assertThat(code(docket.approver.post(
                        404, path, Docket.decision("soa", "artifact_version", new UUID(1, 1), "approved", "None."))))
                .isEqualTo("ARTIFACT_VERSION_NOT_FOUND");
        var sent = docket.approver.post(
                201, path, Docket.decision("soa", "artifact_version", version, "changes_requested", "Look again."));
        assertThat(sent).containsEntry("decision", "changes_requested");
        var draft = docket.reviews
                .list(docket.tenant.assessor(), docket.assessment, ArtifactKind.SOA)
                .getLast()
                .header()
                .id();
        assertThat(code(docket.approver.post(
                        409, path, Docket.decision("soa", "artifact_version", draft, "approved", "Too early."))))
                .isEqualTo("CONFLICT");
    }

    @Test
    void aSignOffOnTheStateIsRecordedAndOpensNoGate() {
        var path = "/assessments/" + docket.assessment + "/approvals";
        var signed = docket.approver.post(
                201, path, Docket.decision("soa", "assessment_state", docket.assessment, "approved", "Seen."));
        assertThat(signed).containsEntry("target_type", "assessment_state").containsEntry("artifact_version", null);
        AssessmentTest.standing(docket.assessment, "soa_under_review");
        assertThat(code(docket.assessor.post(
                        409,
                        "/assessments/" + docket.assessment + "/lifecycle/transition",
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
    void anArtifactIsAllVersionsOfOneKind() {
        var submitted = docket.submit(docket.tenant.assessor());
        var approval = docket.pending(submitted);
        docket.approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        docket.reviews.approve(
                docket.tenant.approver(), ArtifactKind.SOA, submitted.header().id(), UUID.fromString(approval), null);
        docket.reviews.open(docket.tenant.assessor(), docket.assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        var artifact = rows(docket.assessor.get("/assessments/" + docket.assessment + "/artifacts"), "data")
                .getFirst();
        assertThat(artifact)
                .containsEntry("artifact_type", "soa")
                .containsEntry("version_count", 2)
                .containsEntry("approved_version_number", 1);
        var path = "/artifacts/" + text(artifact, "artifact_id");
        assertThat(docket.assessor.get(path)).containsEntry("latest_status", "draft");
        assertThat(docket.assessor.get(path + "/versions/1"))
                .containsEntry("artifact_version_id", submitted.header().id().toString())
                .containsEntry(
                        "approved_by", docket.tenant.approver().actor().id().toString())
                .containsEntry("status", "approved")
                .containsKeys("supersedes_version_id", "created_by", "created_at", "approved_at", "trace_id");
        assertThat(code(docket.assessor.answer(404, HttpRequest.GET("/api/v1" + path + "/versions/3"))))
                .isEqualTo("ARTIFACT_VERSION_NOT_FOUND");
        assertThat(code(docket.assessor.answer(404, HttpRequest.GET("/api/v1/artifacts/" + new UUID(1, 1)))))
                .isEqualTo("ARTIFACT_NOT_FOUND");
    }
}
