package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The screen counts in the database what the report counts item by item; both say the same.
@MicronautTest(transactional = false)
class ExecutiveSummaryTest {
    @Inject
    Desk.Office office;

    @Inject
    Ids ids;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessmentWithLimitedEvidence() {
        desk = office.forReport();
        var made = desk.assessed();
        mapping("ID.AM-1", "AST-01", true);
        mapping("ID.AM-2", "AST-02", false);
        OwnerSql.change("""
                UPDATE evidence_finding
                   SET evidence_limitations = CASE ordinal WHEN 1 THEN ARRAY ['One document only.', 'Undated.']
                                                           WHEN 2 THEN ARRAY ['One document only.']
                                                           ELSE ARRAY ['Ärmlich.'] END
                 WHERE assessment_id = ?
                """, made.assessmentId());
    }

    private void mapping(String requirement, String control, boolean official) {
        var made = desk.assessed();
        OwnerSql.change(
                """
                INSERT INTO scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id,
                                         scf_control_id, relationship_type, mapping_source, is_official, status)
                VALUES (?, ?, ?, ?, ?, 'intersects', 'official_scf', ?, 'active')
                """,
                ids.next(),
                made.scfVersionId(),
                made.frameworkId(),
                made.requirements().get(requirement),
                made.controls().get(control),
                official);
    }

    @Test
    void theScreenSaysWhatTheReportOfTheSameSourcesSays() {
        desk.fourApproved();

        var told = report();
        var screen = screen();

        assertThat(screen)
                .containsEntry("assessment_id", desk.assessed().assessmentId().toString())
                .containsEntry("framework", "NIST CSF v1.1")
                .containsEntry("total_findings", 5)
                .containsEntry("by_status", told.table("Findings by status"))
                .containsEntry("by_severity", told.table("Findings by severity"))
                .containsEntry("poam_by_priority", told.table("Actions by priority"))
                .containsEntry("average_maturity", told.averageMaturity())
                .containsEntry("limitations", told.limitations());
        assertThat(told.limitations())
                .contains("One document only. (2 evidence findings)", "Ärmlich. (3 evidence findings)")
                .anyMatch(limitation -> limitation.startsWith("4 requirements of the framework"));
    }

    @Test
    void whatIsNotApprovedIsLeftOutOnBoth() {
        desk.approvedGap();
        desk.draftedMaturity();

        var screen = screen();

        assertThat(screen)
                .containsEntry("average_maturity", null)
                .containsEntry("poam_by_priority", Map.of())
                .containsEntry("limitations", report().limitations());
    }

    @Test
    void std100_withoutAnApprovedGapAnalysisThereIsNoSummary() {
        desk.draftedGap();

        var refused =
                desk.assessor().answer(409, HttpRequest.GET("/api/v1" + desk.base() + "/reports/executive-summary"));

        assertThat(Conversation.code(refused)).isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
    }

    private Map<String, Object> screen() {
        return desk.assessor().get(desk.base() + "/reports/executive-summary");
    }

    private Told report() {
        var report = desk.generated(Map.of("report_type", "executive_summary"));
        return new Told(desk.assessor().list("/reports/" + report + "/sections"));
    }

    /// The sections of a report.
    private record Told(List<Map<String, Object>> sections) {
        /// A table's words and how often each occurs.
        Map<String, Integer> table(String caption) {
            var counts = new LinkedHashMap<String, Integer>();
            sections.stream()
                    .flatMap(section -> maps(section.get("blocks")))
                    .filter(block -> caption.equals(block.get("caption")))
                    .flatMap(block -> maps(block.get("rows")))
                    .map(row -> (List<?>) row.get("cells"))
                    .forEach(cells -> counts.put(
                            cells.get(0).toString(),
                            Integer.valueOf(cells.get(1).toString())));
            return counts;
        }

        double averageMaturity() {
            var levels = table("Controls by level");
            int sum = levels.entrySet().stream()
                    .mapToInt(level -> Integer.parseInt(level.getKey().replace("Level ", "")) * level.getValue())
                    .sum();
            int controls = levels.values().stream().mapToInt(Integer::intValue).sum();
            return Math.round(100.0 * sum / controls) / 100.0;
        }

        List<String> limitations() {
            return sections.stream()
                    .filter(section -> "limitations".equals(section.get("section")))
                    .flatMap(section -> maps(section.get("blocks")))
                    .flatMap(block -> maps(block.get("statements")))
                    .filter(statement -> "limitation".equals(statement.get("basis")))
                    .map(statement -> Conversation.text(statement, "text"))
                    .toList();
        }

        @SuppressWarnings("unchecked")
        private static Stream<Map<String, Object>> maps(Object list) {
            return ((List<Map<String, Object>>) list).stream();
        }
    }
}
