package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class PoamDraftTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forPlan();
    }

    @Test
    void std90_aPlanNeedsTheApprovedGapAnalysis() {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");

        assertThat(desk.assessor().refused(409, desk.base() + "/poam/draft", Map.of("gap_analysis_version_id", gap)))
                .isEqualTo("APPROVED_GAP_ANALYSIS_REQUIRED");
        assertThat(desk.assessor().list(desk.base() + "/poam")).isEmpty();
    }

    @Test
    void std90_std91_std92_std93_everyOpenFindingGetsItsItem() {
        var items = desk.items(text(desk.draftedPlan(desk.approvedGap()), "poam_version_id"));

        assertThat(items)
                .extracting(item -> List.of(
                        text(item, "poam_code"),
                        text(item, "requirement_code"),
                        text(item, "action_type"),
                        text(item, "priority"),
                        text(item, "effort_estimate")))
                .containsExactly(
                        List.of("POAM-001", "ID.AM-2", "policy_update", "low", "medium"),
                        List.of("POAM-002", "ID.AM-3", "evidence_collection", "medium", "small"),
                        List.of("POAM-003", "ID.AM-4", "validation_required", "medium", "small"),
                        List.of("POAM-004", "ID.AM-5", "policy_update", "low", "medium"));
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(LocalDate.parse(text(items.get(1), "due_date"))).isBetween(today.plusDays(89), today.plusDays(90));
        assertThat(text(items.get(1), "owner_role")).isEqualTo("IT Asset Manager");
        assertThat(text(items.get(1), "corrective_action")).contains("AST-03", "NIST CSF v1.1 ID.AM-3");
        assertThat(text(items.get(1), "expected_evidence")).contains("E-AST-04 Asset inventory");
        assertThat(desk.state()).isEqualTo("poam_drafted");
    }

    @Test
    void std94_everyItemHasAFirstMilestoneAndMoreCanBeAdded() {
        var plan = text(desk.draftedPlan(desk.approvedGap()), "poam_version_id");
        var milestones = "/poam-items/" + text(desk.items(plan).getFirst(), "poam_item_id") + "/milestones";

        assertThat(desk.assessor().list(milestones))
                .extracting(milestone -> text(milestone, "milestone_code"))
                .containsExactly("POAM-001-M1");
        var added = desk.assessor().post(201, milestones, Map.of("title", "Board informed", "due_date", "2027-03-01"));
        assertThat(added).containsEntry("milestone_code", "POAM-001-M2");
        var path = "/poam-milestones/" + text(added, "poam_milestone_id");
        assertThat(desk.assessor().patch(200, path, Map.of("description", "In March.")))
                .containsEntry("title", "Board informed")
                .containsEntry("description", "In March.");
        assertThat(desk.assessor().refused(400, milestones, Map.of("title", " ")))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void std94_evidenceIsLinkedToTechnicalWorkOnTheSameControl() {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");
        desk.assessor()
                .patch(
                        200,
                        "/gap-analysis/findings/" + text(desk.findings(gap).get(4), "gap_finding_id"),
                        Map.of(
                                "assessment_status", "not_met",
                                "gap_rationale", "Laptops are not listed.",
                                "gap_type", "technical_gap",
                                "severity", "critical"));
        desk.approved("/gap-analysis/", gap);
        var items = desk.items(text(desk.draftedPlan(gap), "poam_version_id"));

        assertThat(items.get(3)).containsEntry("action_type", "technical_implementation");
        assertThat(text(items.get(1), "dependencies_summary")).contains("POAM-004");
        assertThat(desk.assessor().list("/poam-items/" + text(items.get(1), "poam_item_id") + "/dependencies"))
                .singleElement()
                .satisfies(dependency -> assertThat(dependency)
                        .containsEntry("dependency_type", "related_to")
                        .containsEntry("depends_on_code", "POAM-004"));
    }

    @Test
    void std95_withoutMaturityTheLimitationIsStatedAndWithItTargetsAreSet() {
        var gap = desk.approvedGap();
        var without = desk.draftedPlan(gap);
        assertThat(text(without, "metadata")).contains("No maturity assessment");
        assertThat(desk.items(text(without, "poam_version_id")))
                .extracting(item -> item.get("target_maturity_score"))
                .containsOnlyNulls();

        var maturity = desk.approvedMaturity();
        var with = desk.draftedPlan(gap);
        assertThat(with).containsEntry("source_maturity_assessment_version_id", maturity);
        assertThat(text(with, "metadata")).doesNotContain("No maturity assessment");
        var items = desk.items(text(with, "poam_version_id"));
        assertThat(items).extracting(item -> item.get("target_maturity_score")).containsExactly(3, 3, 3, 3);
        // severity medium 1, no confidence 1, level 0 counts 2
        assertThat(items.get(1)).containsEntry("priority", "high");
    }

    @Test
    void std95_aMaturityAssessmentOfAnotherGapAnalysisIsNoBasis() {
        desk.approvedGap();
        var maturity = desk.approvedMaturity();
        var newer = desk.approvedGap();
        var request = Map.of("gap_analysis_version_id", newer, "maturity_assessment_version_id", maturity);

        assertThat(desk.assessor().refused(409, desk.base() + "/poam/draft", request))
                .isEqualTo("CONFLICT");
        assertThat(text(desk.draftedPlan(newer), "metadata")).contains("No maturity assessment");
    }

    @Test
    void std90_metFindingsGetOptionalImprovementsWhenAskedFor() {
        var gap = desk.approvedGap();
        desk.approvedMaturity();
        var request = Map.of("gap_analysis_version_id", gap, "include_optional_improvements", true);
        var items =
                desk.items(text(desk.assessor().post(201, desk.base() + "/poam/draft", request), "poam_version_id"));

        assertThat(items).hasSize(5);
        assertThat(items.getFirst())
                .containsEntry("requirement_code", "ID.AM-1")
                .containsEntry("action_type", "monitoring_improvement")
                .containsEntry("target_maturity_score", 4);
    }

    @Test
    void std5_theKeyInTheBodyDraftsOnce() {
        var body = Map.of("gap_analysis_version_id", desk.approvedGap(), "idempotency_key", "poam-1");

        assertThat(desk.assessor().post(201, desk.base() + "/poam/draft", body))
                .isEqualTo(desk.assessor().post(201, desk.base() + "/poam/draft", body));
        assertThat(desk.assessor().list(desk.base() + "/poam")).hasSize(1);
    }
}
