package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The compliance gate and the report on conformity, as a client sees them.
@MicronautTest(transactional = false)
class ComplianceTest {
    @Inject
    Desk.Office office;

    private Desk desk;
    private String gate;
    private String report;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.desk(
                Line.strong("ID.AM-1", "AST-01", "documented"),
                Line.absent("ID.AM-2", "AST-02"),
                Line.absent("ID.AM-3", "AST-03"),
                Line.absent("ID.AM-4", "AST-04"),
                Line.partial("ID.AM-5", "AST-05"),
                Line.notApplicable("ID.AM-6", "AST-06", "There is no plant."));
        gate = desk.base() + "/compliance-gate";
        report = desk.base() + "/roc-summary";
    }

    @Test
    void std36_threeHighFindingsPassAndFourFail() {
        var three = judged(3, "high");
        desk.approved("/gap-analysis/", three);
        assertThat(desk.assessor().get(gate))
                .containsEntry("status", "pass")
                .containsEntry("high_findings", 3)
                .containsEntry("critical_findings", 0)
                .containsEntry("total_findings", 6);

        desk.approved("/gap-analysis/", judged(4, "high"));
        assertThat(desk.assessor().get(gate)).containsEntry("status", "fail").containsEntry("high_findings", 4);
    }

    @Test
    void std36_aGateHasTheFieldsOfTheContractAndEachEvaluationItsOwnId() throws SQLException {
        desk.approvedGap();
        var first = desk.assessor().get(gate);
        var second = desk.assessor().as(desk.tenant().viewer()).get(gate);

        assertThat(first)
                .containsOnlyKeys(
                        "gate_id",
                        "assessment_id",
                        "framework_id",
                        "status",
                        "critical_findings",
                        "high_findings",
                        "total_findings",
                        "gap_analysis_version_id",
                        "findings_summary",
                        "checked_at",
                        "trace_id")
                .containsEntry("assessment_id", desk.assessed().assessmentId().toString())
                .containsEntry("framework_id", desk.assessed().frameworkId().toString());
        assertThat(first.get("gate_id")).isNotEqualTo(second.get("gate_id"));
        assertThat(evaluations()).isEqualTo(2);
    }

    @Test
    void std75_theWorstFindingDecidesAndWhatDoesNotApplyIsLeftOut() {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");

        var told = desk.assessor().get(report);

        assertThat(told)
                .containsEntry("determination", "significant_deficiency")
                .containsEntry("gap_analysis_version_id", gap)
                .containsEntry("version_status", "draft")
                .containsEntry("total_findings", 6)
                .containsEntry("not_applicable_findings", 1);
        assertThat(told.get("by_determination").toString())
                .contains("strictly_conforms=1", "conforms=1", "significant_deficiency=3", "material_weakness=0");
        assertThat(desk.findings(gap))
                .extracting(finding -> finding.get("roc_determination"))
                .containsExactly(
                        "strictly_conforms",
                        "significant_deficiency",
                        "significant_deficiency",
                        "significant_deficiency",
                        "conforms",
                        null);
    }

    @Test
    void std75_aHighFindingWithoutEvidenceIsAMaterialWeakness() {
        judged(2, "high");

        var told = desk.assessor().get(report);

        assertThat(told).containsEntry("determination", "material_weakness");
        assertThat(told.get("deciding_findings").toString()).contains("GAP-002").doesNotContain("GAP-003");
    }

    @Test
    void std2_aVersionOfAnotherAssessmentIsNotFound() {
        desk.draftedGap();
        var stranger = office.desk(Line.absent("ID.AM-1", "AST-01"));
        var foreign = text(stranger.draftedGap(), "gap_analysis_version_id");

        for (var version : List.of(foreign, UUID.randomUUID().toString())) {
            var refused =
                    desk.assessor().answer(404, HttpRequest.GET("/api/v1" + report + "?gap_version_id=" + version));
            assertThat(Conversation.code(refused)).isEqualTo("GAP_ANALYSIS_NOT_FOUND");
        }
        assertThat(desk.assessor().status(report + "?gap_version_id=nonsense")).isEqualTo(400);
        assertThat(stranger.assessor().status(gate)).isEqualTo(404);
        assertThat(stranger.assessor().status(report)).isEqualTo(404);
    }

    /// A draft whose first findings have that severity.
    private String judged(int findings, String severity) {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");
        desk.findings(gap).stream()
                .limit(findings)
                .forEach(finding -> desk.assessor()
                        .patch(
                                200,
                                "/gap-analysis/findings/" + text(finding, "gap_finding_id"),
                                Map.of("severity", severity)));
        return gap;
    }

    private int evaluations() throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var query = owner.prepareStatement(
                        "SELECT count(*) FROM audit_record WHERE action = 'compliance.gate.evaluated' AND assessment_id = ?")) {
            query.setObject(1, desk.assessed().assessmentId());
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
