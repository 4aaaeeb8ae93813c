package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class MaturityTest {
    @Inject
    Desk.Office office;

    private Desk desk;
    private String base = "";

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.desk(
                Line.strong("ID.AM-1", "AST-01", "documented", "process", "measurement"),
                Line.partial("ID.AM-2", "AST-02"),
                Line.strong("ID.AM-3", "AST-02", "documented", "process"),
                Line.absent("ID.AM-4", "AST-03"),
                Line.notApplicable("ID.AM-5", "AST-04", "No external systems."));
        base = desk.base() + "/maturity-versions";
    }

    @Test
    void std80_everyControlIsScoredByTheTableAndItsLeastMatureFinding() {
        var gap = desk.approvedGap();
        var drafted = desk.assessor().post(201, base, Map.of("gap_analysis_version_id", gap));
        var version = desk.assessor().list(base).getFirst();
        var path = base + "/" + text(version, "maturity_assessment_version_id");
        var scores = desk.assessor().list(path + "/scores");

        assertThat(drafted).containsEntry("scores_count", 4);
        assertThat(version).containsEntry("source_gap_analysis_version_id", gap);
        assertThat(scores)
                .extracting(score -> text(score, "control_code"))
                .containsExactly("AST-01", "AST-02", "AST-03", "AST-04");
        assertThat(scores).extracting(score -> score.get("score")).containsExactly(4, 2, 0, 0);
        assertThat(scores).extracting(score -> score.get("confidence_score")).containsExactly(0.8, 0.7, 0.95, 1.0);
        assertThat(scores).extracting(score -> score.get("evidence_coverage")).containsExactly(1.0, 0.75, 0.0, 0.0);
        var summary = desk.assessor().get(path + "/summary");
        assertThat(summary).containsEntry("total_controls_scored", 4).containsEntry("average_score", 2.0);
        assertThat(summary.get("score_distribution").toString()).contains("0=2", "4=1");
        assertThat(desk.assessor().list(path + "/scores?by_domain=AST")).hasSize(4);
        assertThat(desk.assessor().list(path + "/scores?by_domain=GOV")).isEmpty();
        assertThat(desk.state()).isEqualTo("maturity_assessed");
    }

    @Test
    void std80_withoutAnApprovedGapAnalysisNothingIsScored() {
        assertThat(desk.assessor().refused(409, base, Map.of())).isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");
        assertThat(desk.assessor().refused(409, base, Map.of("gap_analysis_version_id", gap)))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().list(base)).isEmpty();
    }

    @Test
    void std80_aPersonChangesAScoreWithARationaleWhileItIsADraft() {
        desk.approvedGap();
        var path = base + "/" + desk.draftedMaturity();
        var score =
                path + "/scores/" + text(desk.assessor().list(path + "/scores").get(2), "maturity_score_id");

        assertThat(desk.assessor().refusedPatch(400, score, Map.of("score", 2))).isEqualTo("VALIDATION_ERROR");
        assertThat(desk.assessor().refusedPatch(400, score, Map.of("score", 6, "rationale", "Seen.")))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(new Conversation(office.http(), desk.tenant(), desk.tenant().machine())
                        .refusedPatch(403, score, Map.of("score", 2, "rationale", "Computed.")))
                .isEqualTo("FORBIDDEN");
        assertThat(desk.assessor().patch(200, score, Map.of("score", 2, "rationale", "Shown in the interview.")))
                .containsEntry("score", 2);
        desk.assessor().post(200, path + "/submit-review", Map.of());
        assertThat(desk.assessor().refusedPatch(409, score, Map.of("score", 3, "rationale", "More.")))
                .isEqualTo("MATURITY_IMMUTABLE");
    }

    @Test
    void std81_aScoreWithoutARationaleBlocksReviewUnlessExplained() {
        desk.approvedGap();
        var version = desk.draftedMaturity();
        var path = base + "/" + version;
        var score =
                path + "/scores/" + text(desk.assessor().list(path + "/scores").get(0), "maturity_score_id");
        desk.assessor().patch(200, score, Map.of("rationale", " "));

        assertThat(desk.assessor().refused(422, path + "/submit-review", Map.of()))
                .isEqualTo("MATURITY_REVIEW_BLOCKED");
        var submitted =
                desk.assessor().post(200, path + "/submit-review", Map.of("exception_rationale", "Known; agreed."));
        assertThat(submitted.get("metadata").toString())
                .contains("exception_rationale=Known; agreed.", "review_warnings");
        var approval = desk.approvalOf(version);
        desk.approver().post(200, "/approvals/" + approval + "/approve", Map.of());
        assertThat(desk.approver().post(200, path + "/approve", Map.of("approval_event_id", approval)))
                .containsEntry("status", "approved");
        assertThat(desk.state()).isEqualTo("maturity_approved");
    }

    @Test
    void std35_maturityIsDraftedAndApprovedWhileTheLifeCycleStandsAtThePlan() {
        desk.draftedPlan(desk.approvedGap());

        var version = desk.approvedMaturity();

        assertThat(desk.assessor().get(base + "/" + version)).containsEntry("status", "approved");
        assertThat(desk.state()).isEqualTo("poam_drafted");
    }

    @Test
    void std113_aRejectedAssessmentComesBackAsADraftWithItsScores() {
        desk.approvedGap();
        desk.rejected(base + "/", desk.draftedMaturity());

        var versions = desk.assessor().list(base);
        assertThat(versions).extracting(each -> text(each, "status")).containsExactly("rejected", "draft");
        var copy = text(versions.get(1), "maturity_assessment_version_id");
        assertThat(desk.assessor().list(base + "/" + copy + "/scores")).hasSize(4);
    }

    @Test
    void std2_anotherAssessmentsVersionIsNotFoundHere() {
        desk.approvedGap();
        var version = desk.draftedMaturity();
        var other = office.analysed().in(desk.tenant(), Line.partial("ID.AM-1", "AST-01"));
        var elsewhere = "/assessments/" + other.assessmentId() + "/maturity-versions/" + version;

        for (var path : List.of(elsewhere, elsewhere + "/scores", elsewhere + "/summary")) {
            assertThat(desk.assessor().status(path)).as(path).isEqualTo(404);
        }
    }
}
