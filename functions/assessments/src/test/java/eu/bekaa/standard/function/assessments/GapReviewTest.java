package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class GapReviewTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forGaps();
    }

    @Test
    void std71_notMetIsStatedWithAReasonAndItsRiskFollows() {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");
        var path = "/gap-analysis/findings/" + text(desk.findings(gap).get(2), "gap_finding_id");

        assertThat(desk.assessor().refusedPatch(400, path, Map.of("assessment_status", "not_met")))
                .isEqualTo("GAP_RATIONALE_REQUIRED");
        assertThat(desk.assessor()
                        .patch(
                                200,
                                path,
                                Map.of(
                                        "assessment_status", "not_met",
                                        "gap_rationale", "Tested on 3 May.",
                                        "severity", "critical",
                                        "likelihood", "likely")))
                .containsEntry("inherent_risk_score", 25)
                .containsEntry("roc_determination", "material_weakness");
        assertThat(desk.assessor().refusedPatch(400, path, Map.of("impact", 7))).isEqualTo("VALIDATION_ERROR");
        assertThat(desk.assessor().refusedPatch(400, path, Map.of("gap_code", "GAP-9")))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void std72_std76_aBlockedReviewIsPutRightAndAnotherPersonApproves() {
        var version = text(desk.draftedGap(), "gap_analysis_version_id");
        var path = "/gap-analysis/" + version;
        var finding = "/gap-analysis/findings/" + text(desk.findings(version).get(2), "gap_finding_id");

        desk.assessor().patch(200, finding, Map.of("gap_type", "technical_gap"));
        assertThat(desk.assessor().post(200, path + "/validate", Map.of())).containsEntry("valid", false);
        assertThat(desk.assessor().refused(409, path + "/submit-review", Map.of("exception_rationale", "Urgent.")))
                .isEqualTo("GAP_ANALYSIS_REVIEW_BLOCKED");
        desk.assessor().patch(200, finding, Map.of("gap_type", "evidence_gap"));
        desk.assessor().post(200, path + "/submit-review", Map.of());

        var approval = desk.approvalOf(version);
        assertThat(desk.approver().refused(400, path + "/approve", Map.of())).isEqualTo("APPROVAL_EVENT_REQUIRED");
        desk.approver().post(200, "/approvals/" + approval + "/approve", Map.of());
        assertThat(desk.assessor().refused(403, path + "/approve", Map.of("approval_event_id", approval)))
                .isEqualTo("FORBIDDEN");
        assertThat(desk.approver().post(200, path + "/approve", Map.of("approval_event_id", approval)))
                .containsEntry("status", "approved");
        assertThat(desk.assessor().refusedPatch(409, finding, Map.of("impact", 2)))
                .isEqualTo("GAP_ANALYSIS_IMMUTABLE");
        assertThat(desk.state()).isEqualTo("gap_analysis_approved");
    }

    @Test
    void std113_aRejectedAnalysisComesBackAsADraftWithItsFindings() {
        var version = text(desk.draftedGap(), "gap_analysis_version_id");
        var finding = text(desk.findings(version).get(1), "gap_finding_id");
        desk.assessor().patch(200, "/gap-analysis/findings/" + finding, Map.of("impact", 6, "likelihood", "possible"));
        desk.rejected("/gap-analysis/", version);

        var versions = desk.assessor().list(desk.base() + "/gap-analysis");
        assertThat(versions).extracting(each -> text(each, "status")).containsExactly("rejected", "draft");
        assertThat(text(versions.getFirst(), "rejection_reason")).isEqualTo("The first item is wrong.");
        var copies = desk.findings(text(versions.get(1), "gap_analysis_version_id"));
        assertThat(copies).hasSize(7);
        assertThat(copies.get(1)).containsEntry("impact", 6).containsEntry("inherent_risk_score", 24);
        assertThat(text(copies.get(1), "gap_finding_id")).isNotEqualTo(finding);
        assertThat(desk.state()).isEqualTo("gap_analysis_drafted");
    }

    @Test
    void aSummaryCountsEveryWordOfEachScaleAndAnotherDraftStartsFromTheSameSoa() {
        var version = text(desk.draftedGap(), "gap_analysis_version_id");
        var summary = desk.assessor().get("/gap-analysis/" + version + "/summary");

        assertThat(summary).containsEntry("total_findings", 7);
        assertThat(summary.get("by_status").toString()).contains("not_evidenced=2", "not_met=0");
        assertThat(summary.get("by_severity").toString()).contains("medium=3", "critical=0");
        assertThat(summary.get("by_type").toString()).contains("evidence_gap=4");
        assertThat(desk.assessor().post(201, "/gap-analysis/" + version + "/regenerate", Map.of()))
                .containsEntry("version_number", 2);
    }

    @Test
    void std36_std75_theGateReadsOnlyApprovedWorkAndOneCriticalFindingClosesIt() {
        var gate = desk.base() + "/compliance-gate";
        var report = desk.base() + "/roc-summary";
        assertThat(desk.assessor().get(gate)).containsEntry("status", "no_data");
        assertThat(desk.assessor().status(report)).isEqualTo(404);

        var first = text(desk.draftedGap(), "gap_analysis_version_id");
        assertThat(desk.assessor().get(gate)).containsEntry("status", "no_data");
        desk.approved("/gap-analysis/", first);
        assertThat(desk.assessor().get(gate))
                .containsEntry("status", "pass")
                .containsEntry("total_findings", 7)
                .containsEntry("gap_analysis_version_id", first);
        assertThat(desk.assessor().get(report)).containsEntry("determination", "significant_deficiency");

        var second = text(desk.draftedGap(), "gap_analysis_version_id");
        var finding = text(desk.findings(second).get(2), "gap_finding_id");
        desk.assessor().patch(200, "/gap-analysis/findings/" + finding, Map.of("severity", "critical"));
        var drafted = desk.assessor().get(report + "?gap_version_id=" + second);
        assertThat(drafted)
                .containsEntry("determination", "material_weakness")
                .containsEntry("version_status", "draft");
        assertThat(drafted.get("deciding_findings").toString())
                .contains("GAP-003")
                .doesNotContain("GAP-004");
        desk.approved("/gap-analysis/", second);
        assertThat(desk.assessor().get(gate)).containsEntry("status", "fail").containsEntry("critical_findings", 1);
        assertThat(desk.assessor().get("/gap-analysis/" + first)).containsEntry("status", "superseded");
    }
}
