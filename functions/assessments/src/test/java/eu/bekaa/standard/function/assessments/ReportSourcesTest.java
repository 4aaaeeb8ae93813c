package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
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
    private static final Map<String, Object> FULL = Map.of("report_type", "full_assessment_report");

    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.desk(
                Line.strong("ID.AM-1", "AST-01", "documented", "process"),
                Line.partial("ID.AM-2", "AST-02"),
                Line.absent("ID.AM-3", "AST-03"),
                Line.unmapped("ID.AM-4"),
                Line.notApplicable("ID.AM-5", "AST-05", "There is no plant."));
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

        assertThat(desk.assessor().refused(409, generate(), FULL)).isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().refused(409, generate(), allowed)).isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.approver().refused(409, desk.base() + "/audit-package", Map.of()))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().list(desk.base() + "/reports")).isEmpty();
    }

    @Test
    void std100_withoutMaturityAndPlanTheReportSaysSoAndIsNotTheAssessmentsReport() {
        desk.approvedGap();

        var report = desk.assessor().post(202, generate(), FULL);

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

        desk.assessor().post(202, generate(), Map.of("report_type", "executive_summary"));
        assertThat(desk.state()).isEqualTo("poam_approved");
        desk.assessor().post(202, generate(), FULL);
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

        assertThat(desk.assessor().refused(409, generate(), Map.of("report_type", "gap_analysis_report")))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().refused(400, generate(), wanted)).isEqualTo("VALIDATION_ERROR");
        var report = text(desk.assessor().post(202, generate(), explained), "report_version_id");
        assertThat(desk.assessor().list("/reports/" + report + "/sections").getFirst())
                .extractingByKey("cover")
                .asString()
                .contains("DRAFT");
        assertThat(desk.assessor().refused(409, "/reports/" + report + "/submit-review", Map.of()))
                .isEqualTo("REPORT_REVIEW_BLOCKED");
    }

    private String generate() {
        return desk.base() + "/reports/generate";
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
