package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ComplianceIndexTest {
    @Inject
    Desk.Office office;

    @Inject
    Ids ids;

    private Desk desk;
    private String path = "";

    @BeforeEach
    void anAnalysedAssessmentOfMappedControls() {
        desk = office.desk(
                Line.strong("R-1", "AST-01", "documented", "process", "measurement"),
                Line.partial("R-2", "AST-02"),
                Line.absent("R-3", "AST-03"),
                Line.absent("R-4", "AST-04"));
        path = desk.base() + "/compliance-index";
        mapping("R-1", "AST-01", "equal", null);
        mapping("R-2", "AST-02", "intersects", 0.4);
        mapping("R-3", "AST-03", "superset", 0.9);
        mapping("R-4", "AST-04", "no_relation", null);
    }

    private void mapping(String requirement, String control, String type, @Nullable Double strength) {
        var made = desk.assessed();
        OwnerSql.change(
                """
                INSERT INTO scf_mapping (scf_mapping_id, scf_version_id, scf_framework_id, scf_framework_requirement_id,
                                         scf_control_id, relationship_type, strength_score, mapping_source, is_official,
                                         status)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'official_scf', true, 'active')
                """,
                ids.next(),
                made.scfVersionId(),
                made.frameworkId(),
                made.requirements().get(requirement),
                made.controls().get(control),
                type,
                strength);
    }

    /// Levels 4, 2 and 0; weights 1, 0.4 and 0.5 of at most 1, 0.4 and 0.5; the unrelated pair counts nowhere.
    @Test
    void std14_theIndexWeighsMaturityByTheOperators() {
        desk.approvedGap();
        desk.draftedMaturity();

        assertThat(desk.assessor().get(path))
                .containsEntry("compliance_index", 0.5053)
                .containsEntry("achieved_weight", 0.96)
                .containsEntry("maximum_weight", 1.9)
                .containsEntry("mapping_count", 3)
                .containsEntry("unrelated_count", 1)
                .containsEntry("scored_control_count", 3)
                .containsEntry("unscored_control_count", 0)
                .containsEntry("maturity_status", "draft");
    }

    @Test
    void std14_withoutMaturityThereIsNoIndex() {
        assertThat(Conversation.code(desk.assessor().answer(404, io.micronaut.http.HttpRequest.GET("/api/v1" + path))))
                .isEqualTo("MATURITY_VERSION_NOT_FOUND");
    }

    @Test
    void std14_aFrameworkNobodyMapsHasNoIndexAndAnUnknownOneIsNotFound() {
        desk.approvedGap();
        desk.draftedMaturity();
        var other = office.desk(Line.strong("R-1", "AST-01"));

        assertThat(desk.assessor()
                        .get(path + "?framework_id=" + other.assessed().frameworkId()))
                .containsEntry("compliance_index", null)
                .containsEntry("mapping_count", 0);
        assertThat(desk.assessor().status(path + "?framework_id=" + UUID.randomUUID()))
                .isEqualTo(404);
        assertThat(other.assessor().status(path)).isEqualTo(404);
    }
}
