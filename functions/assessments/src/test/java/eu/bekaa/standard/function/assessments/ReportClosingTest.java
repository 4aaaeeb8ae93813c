package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How reports are reviewed, and which of them closes an assessment (STD-103).
@MicronautTest(transactional = false)
class ReportClosingTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.desk(Line.strong("ID.AM-1", "AST-01", "documented", "process"), Line.absent("ID.AM-2", "AST-02"));
    }

    @Test
    void std103_theAssessmentClosesByAnApprovedReportOnly() {
        var gap = desk.fourApproved();
        var report = desk.generated(Desk.FULL);
        var path = "/reports/" + report;
        desk.assessor().post(200, path + "/submit-review", Map.of());
        var approval = desk.approvalOf(report);

        assertThat(desk.assessor().refused(403, path + "/approve", Map.of("approval_event_id", approval)))
                .isEqualTo("FORBIDDEN");
        assertThat(desk.approver().refused(409, close(), closing(approval))).isEqualTo("APPROVAL_REQUIRED");
        desk.approver().post(200, "/approvals/" + approval + "/approve", Map.of());
        var approved = desk.approver().post(200, path + "/approve", Map.of("approval_event_id", approval));
        assertThat(approved).containsEntry("status", "approved").containsEntry("approval_event_id", approval);
        assertThat(desk.approver().refused(409, close(), closing(desk.approvalOf(gap))))
                .isEqualTo("CONFLICT");
        desk.approver().post(200, close(), closing(approval));
        assertThat(desk.state()).isEqualTo("closed");
        assertThat(desk.assessor().refused(409, desk.generate(), Desk.FULL)).isEqualTo("CONFLICT");
    }

    @Test
    void std103_anApprovedExportOfAPartClosesNothing() {
        desk.fourApproved();
        desk.generated(Desk.FULL);
        var part = desk.generated(Map.of("report_type", "soa_export"));
        desk.approved("/reports/", part);

        assertThat(desk.approver().refused(409, close(), closing(desk.approvalOf(part))))
                .isEqualTo("CONFLICT");
        assertThat(desk.state()).isEqualTo("report_generated");
    }

    @Test
    void std103_aFullReportThatLacksAnApprovedPlanClosesNothing() {
        var gap = desk.approvedGap();
        var early = desk.generated(Desk.FULL);
        desk.approved("/reports/", early);
        desk.approvedMaturity();
        desk.approved("/poam/", text(desk.draftedPlan(gap), "poam_version_id"));
        var whole = desk.generated(Desk.FULL);

        assertThat(desk.state()).isEqualTo("report_generated");
        assertThat(desk.approver().refused(409, close(), closing(desk.approvalOf(early))))
                .isEqualTo("CONFLICT");
        desk.approved("/reports/", whole);
        desk.approver().post(200, close(), closing(desk.approvalOf(whole)));
        assertThat(desk.state()).isEqualTo("closed");
        assertThat(desk.assessor().get("/reports/" + early)).containsEntry("status", "superseded");
    }

    @Test
    void std114_aReportSupersedesReportsOfItsOwnTypeOnly() {
        desk.fourApproved();
        var full = desk.generated(Desk.FULL);
        desk.approved("/reports/", full);
        var first = desk.generated(Map.of("report_type", "soa_export"));
        desk.approved("/reports/", first);
        var second = desk.generated(Map.of("report_type", "soa_export"));
        desk.approved("/reports/", second);

        assertThat(desk.assessor().get("/reports/" + full)).containsEntry("status", "approved");
        assertThat(desk.assessor().get("/reports/" + first))
                .containsEntry("status", "superseded")
                .containsEntry("superseded_by", second);
        desk.approver().post(200, close(), closing(desk.approvalOf(full)));
        assertThat(desk.state()).isEqualTo("closed");
    }

    @Test
    void std113_aRejectedReportIsFollowedByADraftFromTheSameSources() {
        desk.approvedGap();
        var report = desk.generated(Desk.FULL);

        desk.rejected("/reports/", report);

        var reports = desk.assessor().list(desk.base() + "/reports");
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst()).containsEntry("status", "rejected");
        assertThat(reports.getLast())
                .containsEntry("status", "draft")
                .containsEntry("version_number", 2)
                .containsEntry(
                        "source_gap_analysis_version_id", reports.getFirst().get("source_gap_analysis_version_id"));
        assertThat(desk.assessor().refused(409, "/reports/" + report + "/submit-review", Map.of()))
                .isEqualTo("REPORT_IMMUTABLE");
    }

    private String close() {
        return desk.base() + "/lifecycle/transition";
    }

    private static Map<String, Object> closing(String approval) {
        return Map.of("next_state", "closed", "reason", "Accepted.", "approval_event_id", approval);
    }
}
