package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.Decision;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SoaReviewTest {
    private final Assessments assessments;
    private final Statement statement;
    private final Statement.Case work;

    SoaReviewTest(Assessments assessments, Statement statement) {
        this.assessments = assessments;
        this.statement = statement;
        this.work = statement.open();
    }

    @Test
    void std62_aDecisionThatLeavesSomethingOutGivesItsReason() {
        var item = "/soa/items/" + text(work.item(work.draft(), "R-2"), "soa_item_id");

        assertThat(code(work.assessor.patch(400, item, Map.of("applicability_status", "not_applicable"))))
                .isEqualTo("NON_APPLICABILITY_RATIONALE_REQUIRED");
        assertThat(code(work.assessor.patch(400, item, Map.of("applicability_status", "out_of_scope"))))
                .isEqualTo("SCOPE_RATIONALE_REQUIRED");
        assertThat(work.assessor.patch(
                        200,
                        item,
                        Map.of("applicability_status", "not_applicable", "non_applicability_rationale", "No cards.")))
                .containsEntry("applicability_status", "not_applicable")
                .containsEntry("non_applicability_rationale", "No cards.")
                .containsEntry("requires_user_validation", false);
        assertThat(code(work.assessor.patch(400, item, Map.of("mapping_status", "official_mapping"))))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(code(work.assessor.patch(400, item, Map.of("confidence_score", 1.5))))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void std62_aMachinesDecisionStillAwaitsAPerson() {
        var machine = work.assessor.as(work.tenant.machine());
        var item = work.item(work.draft(), "R-2");

        assertThat(machine.patch(
                        200, "/soa/items/" + item.get("soa_item_id"), Map.of("applicability_status", "applicable")))
                .containsEntry("applicability_status", "applicable")
                .containsEntry("requires_user_validation", true);
    }

    @Test
    void std63_anUndecidedItemBlocksReviewUntilTheExceptionIsExplained() {
        var version = work.draft();
        decide(work.item(version, "R-2"), Map.of("applicability_status", "to_be_defined"));

        var validation = work.assessor.get("/soa/" + version + "/validation");
        assertThat(validation).containsEntry("valid", false);
        assertThat((List<?>) validation.get("blocking_errors")).hasSize(1);
        assertThat((List<?>) validation.get("warnings"))
                .anySatisfy(warning -> assertThat(warning.toString()).contains("not_checked"));
        var blocked = work.assessor.post(409, "/soa/" + version + "/submit-review", Map.of());
        assertThat(code(blocked)).isEqualTo("SOA_REVIEW_BLOCKED");
        assertThat(rows(Conversation.error(blocked), "details"))
                .singleElement()
                .satisfies(detail ->
                        assertThat(text(detail, "message")).startsWith("R-2 / IAC-01 is still to be defined"));
        var submitted = work.assessor.post(
                200, "/soa/" + version + "/submit-review", Map.of("exception_rationale", "Decided after the merger."));
        assertThat(submitted).containsEntry("status", "under_review");
        assertThat(submitted.get("metadata").toString()).contains("Decided after the merger.");
    }

    @Test
    void std64_std65_approvalSupersedesTheOlderAndNothingApprovedChanges() {
        var first = work.draft();
        var approved = work.approve(first);
        assertThat(approved)
                .containsEntry("status", "approved")
                .containsEntry(
                        "approved_by", work.tenant.approver().actor().id().toString());
        assertThat(approved.get("approval_event_id"))
                .isEqualTo(work.approval(first).toString());
        assertThat(approved.get("approved_at")).isNotNull();
        assertThat(code(work.assessor.patch(
                        409,
                        "/soa/items/" + work.item(first, "R-2").get("soa_item_id"),
                        Map.of("applicability_status", "applicable"))))
                .isEqualTo("SOA_VERSION_IMMUTABLE");
        assertThat(code(work.assessor.post(409, "/soa/" + first + "/evidence/refresh", Map.of())))
                .isEqualTo("SOA_VERSION_IMMUTABLE");

        var second = work.assessor.post(201, "/soa/" + first + "/regenerate", Map.of());
        assertThat(second).containsEntry("version_number", 2).containsEntry("status", "draft");
        work.approve(text(second, "soa_version_id"));

        assertThat(work.assessor.get("/soa/" + first))
                .containsEntry("status", "superseded")
                .containsEntry("superseded_by", second.get("soa_version_id"));
    }

    @Test
    void std64_theAuthorAndMachinesCannotApproveNorCanAnotherVersionsApproval() {
        var version = work.draft();
        work.submit(version);
        var approval = Map.of("approval_event_id", work.approval(version));

        work.assessor.post(403, "/soa/" + version + "/approve", approval);
        work.assessor.as(work.tenant.machine()).post(403, "/soa/" + version + "/approve", approval);
        assertThat(code(work.approver.post(409, "/soa/" + version + "/approve", approval)))
                .isEqualTo("APPROVAL_REQUIRED");
        assertThat(code(work.approver.post(400, "/soa/" + version + "/approve", Map.of())))
                .isEqualTo("APPROVAL_EVENT_REQUIRED");
        var other = work.draft();
        work.submit(other);
        work.decide(other, Decision.APPROVED);
        assertThat(code(work.approver.post(
                        409, "/soa/" + version + "/approve", Map.of("approval_event_id", work.approval(other)))))
                .isEqualTo("CONFLICT");
    }

    @Test
    void onlyAnApprovedSoaIsIngested() {
        work.assessor.post(201, work.assessmentPath() + "/scope", Map.of("title", "All", "description", "Everything."));
        var version = work.draft();
        assertThat(code(work.assessor.post(409, "/soa/" + version + "/mark-ingested", Map.of())))
                .isEqualTo("APPROVED_SOA_REQUIRED");
        work.approve(version);
        assertThat(state()).isEqualTo(AssessmentState.SOA_APPROVED);

        var ingested = work.assessor.post(200, "/soa/" + version + "/mark-ingested", Map.of());

        assertThat(ingested.get("ingested_at")).isNotNull();
        assertThat(state()).isEqualTo(AssessmentState.SOA_INGESTED);
        assertThat(work.assessor.post(200, "/soa/" + version + "/mark-ingested", Map.of()))
                .containsEntry("ingested_at", ingested.get("ingested_at"));
        assertThat(work.assessor.get("/soa/" + version)).containsEntry("ingested_at", ingested.get("ingested_at"));
    }

    @Test
    void std2_anotherOrganizationFindsNothing() {
        var version = work.draft();
        var item = text(work.item(version, "R-2"), "soa_item_id");
        var stranger = statement.stranger();

        for (var path : List.of(
                work.assessmentPath() + "/soa",
                "/soa/" + version,
                "/soa/" + version + "/items",
                "/soa/" + version + "/validation")) {
            stranger.answer(404, HttpRequest.GET("/api/v1" + path));
        }
        for (var path : List.of("/submit-review", "/regenerate", "/mark-ingested", "/evidence/refresh")) {
            stranger.post(404, "/soa/" + version + path, Map.of());
        }
        stranger.post(404, work.assessmentPath() + "/soa/draft", work.basis());
        stranger.patch(404, "/soa/items/" + item, Map.of("applicability_status", "applicable"));
    }

    @Test
    void theReasonOfAnApprovalIsKeptBesideTheVersion() {
        var version = work.draft();
        var approved = work.approve(version);

        assertThat(text(approved, "metadata")).contains("approval_reason=Checked.");
        var artifact = work.assessor.list(work.assessmentPath() + "/artifacts").getFirst();
        assertThat(work.assessor.list("/artifacts/" + text(artifact, "artifact_id") + "/versions"))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("reason", "Checked."));
        var next = work.assessor.post(201, "/soa/" + version + "/regenerate", Map.of());
        assertThat(text(next, "metadata")).doesNotContain("approval_reason");
    }

    private void decide(Map<String, Object> item, Map<String, ?> decision) {
        work.assessor.patch(200, "/soa/items/" + item.get("soa_item_id"), decision);
    }

    private AssessmentState state() {
        return assessments
                .find(work.tenant.assessor(), work.ground.assessmentId())
                .state();
    }
}
