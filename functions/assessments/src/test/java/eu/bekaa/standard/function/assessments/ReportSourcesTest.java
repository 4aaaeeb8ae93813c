package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a report is made from (STD-100).
@MicronautTest(transactional = false)
class ReportSourcesTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forReport();
    }

    @Test
    void std100_aFullReportNeedsAnApprovedGapAnalysisWhateverIsAllowed() {
        desk.draftedGap();
        var allowed = Map.of(
                "report_type",
                "full_assessment_report",
                "allow_unapproved_sources",
                true,
                "exception_rationale",
                "Preview.");

        assertThat(desk.assessor().refused(409, desk.generate(), Desk.FULL))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().refused(409, desk.generate(), allowed)).isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.approver().refused(409, desk.base() + "/audit-package", Map.of()))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().list(desk.base() + "/reports")).isEmpty();
    }

    @Test
    void std100_withoutMaturityAndPlanTheReportSaysSoAndIsNotTheAssessmentsReport() {
        desk.approvedGap();

        var report = desk.assessor().post(202, desk.generate(), Desk.FULL);

        assertThat(report).containsEntry("render_status", "queued").containsEntry("status", "draft");
        assertThat(strings(metadata(report), "limitations"))
                .anyMatch(text -> text.contains("No approved maturity assessment"))
                .anyMatch(text -> text.contains("No approved plan of action"));
        assertThat(metadata(report)).extractingByKey("source_status").asString().contains("maturity_assessment=absent");
        assertThat(desk.state()).isEqualTo("gap_analysis_approved");
    }

    @Test
    void std100_theFullReportOfFourApprovedSourcesMovesTheAssessmentOn() {
        desk.fourApproved();

        desk.assessor().post(202, desk.generate(), Map.of("report_type", "executive_summary"));
        assertThat(desk.state()).isEqualTo("poam_approved");
        desk.assessor().post(202, desk.generate(), Desk.FULL);
        assertThat(desk.state()).isEqualTo("report_generated");
    }

    @Test
    void std100_draftsStandInWithAReasonAndAMarkOnly() {
        desk.draftedGap();
        var wanted = Map.of("report_type", "gap_analysis_report", "allow_unapproved_sources", true);
        var explained = Map.of(
                "report_type",
                "gap_analysis_report",
                "allow_unapproved_sources",
                true,
                "exception_rationale",
                "Preview.");

        assertThat(desk.assessor().refused(409, desk.generate(), Map.of("report_type", "gap_analysis_report")))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().refused(400, desk.generate(), wanted)).isEqualTo("VALIDATION_ERROR");
        var report = desk.generated(explained);
        assertThat(desk.assessor().list("/reports/" + report + "/sections").getFirst())
                .extractingByKey("cover")
                .asString()
                .contains("DRAFT");
        assertThat(desk.assessor().refused(409, "/reports/" + report + "/submit-review", Map.of()))
                .isEqualTo("REPORT_REVIEW_BLOCKED");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metadata(Map<String, Object> report) {
        return (Map<String, Object>) Objects.requireNonNull(report.get("metadata"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> from, String field) {
        return (List<String>) Objects.requireNonNull(from.get(field));
    }
}
