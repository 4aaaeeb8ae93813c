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
class PoamReviewTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forPlan();
    }

    private String draftedPlan() {
        return text(desk.draftedPlan(desk.approvedGap()), "poam_version_id");
    }

    @Test
    void std96_std97_aPlanIsReviewedApprovedAndThenFixed() {
        var plan = draftedPlan();
        var path = "/poam/" + plan;
        var item = text(desk.items(plan).getFirst(), "poam_item_id");
        var milestones = "/poam-items/" + item + "/milestones";
        var milestone = text(desk.assessor().list(milestones).getFirst(), "poam_milestone_id");

        desk.assessor().patch(200, "/poam/items/" + item, Map.of("owner_role", "", "expected_evidence", List.of()));
        assertThat(text(desk.assessor().post(200, path + "/validate", Map.of()), "blocking_errors"))
                .contains("no owner", "no expected evidence");
        assertThat(desk.assessor().refused(409, path + "/submit-review", Map.of("exception_rationale", "Urgent.")))
                .isEqualTo("POAM_REVIEW_BLOCKED");
        desk.assessor()
                .patch(
                        200,
                        "/poam/items/" + item,
                        Map.of("owner_role", "CISO", "expected_evidence", List.of("Minutes")));
        desk.approved("/poam/", plan);

        assertThat(desk.items(plan)).extracting(each -> text(each, "status")).containsOnly("approved");
        assertThat(desk.assessor().refusedPatch(409, "/poam/items/" + item, Map.of("priority", "urgent")))
                .isEqualTo("POAM_IMMUTABLE");
        assertThat(desk.assessor().refusedPatch(409, "/poam-milestones/" + milestone, Map.of("title", "Later")))
                .isEqualTo("POAM_IMMUTABLE");
        assertThat(desk.assessor().refused(409, milestones, Map.of("title", "Later")))
                .isEqualTo("POAM_IMMUTABLE");
        assertThat(desk.state()).isEqualTo("poam_approved");
    }

    @Test
    void std97_anAcceptedRiskCarriesAnExpiryToCome() {
        var item = "/poam/items/" + text(desk.items(draftedPlan()).getFirst(), "poam_item_id");
        var accepted = Map.of("action_type", "risk_acceptance");

        assertThat(desk.assessor().refusedPatch(400, item, accepted)).isEqualTo("VALIDATION_ERROR");
        var past = Map.of("action_type", "risk_acceptance", "risk_acceptance_expires_at", "2020-01-01");
        assertThat(desk.assessor().refusedPatch(400, item, past)).isEqualTo("VALIDATION_ERROR");
        var coming = Map.of("action_type", "risk_acceptance", "risk_acceptance_expires_at", "2099-01-01");
        assertThat(desk.assessor().patch(200, item, coming)).containsEntry("risk_acceptance_expires_at", "2099-01-01");
    }

    @Test
    void itemsAreFilteredByKnownWordsOnly() {
        var path = "/poam/" + draftedPlan() + "/items";

        assertThat(desk.assessor().list(path + "?action_type=policy_update")).hasSize(2);
        assertThat(desk.assessor().list(path + "?priority=low&severity=low&status=draft"))
                .hasSize(2);
        assertThat(desk.assessor().list(path + "?requires_validation=true")).hasSize(4);
        assertThat(desk.assessor().list(path + "?owner_role=CISO")).isEmpty();
        for (var unknown : List.of("priority=nonsense", "severity=severe", "status=x", "action_type=x")) {
            assertThat(desk.assessor().status(path + "?" + unknown)).as(unknown).isEqualTo(400);
        }
    }

    @Test
    void std113_aRejectedPlanComesBackWithItsItemsAndMilestones() {
        desk.rejected("/poam/", draftedPlan());

        var versions = desk.assessor().list(desk.base() + "/poam");
        assertThat(versions).extracting(each -> text(each, "status")).containsExactly("rejected", "draft");
        var copies = desk.items(text(versions.get(1), "poam_version_id"));
        assertThat(copies).hasSize(4);
        assertThat(desk.assessor().list("/poam-items/" + text(copies.get(3), "poam_item_id") + "/milestones"))
                .extracting(milestone -> text(milestone, "milestone_code"))
                .containsExactly("POAM-004-M1");
    }

    @Test
    void aSummaryCountsAndAnotherDraftStartsFromTheSameSources() {
        var plan = draftedPlan();
        var summary = desk.assessor().get("/poam/" + plan + "/summary");

        assertThat(summary).containsEntry("total_items", 4);
        assertThat(text(summary, "by_priority")).contains("low=2", "urgent=0");
        assertThat(desk.assessor().post(201, "/poam/" + plan + "/regenerate", Map.of()))
                .containsEntry("version_number", 2);
    }

    @Test
    void std2_anotherOrganizationFindsNothing() {
        var stranger = office.desk(Line.partial("ID.AM-1", "AST-01")).assessor();
        var plan = draftedPlan();
        var item = text(desk.items(plan).getFirst(), "poam_item_id");

        for (var path : List.of("/poam/" + plan, "/poam/" + plan + "/items", "/poam-items/" + item + "/milestones")) {
            assertThat(stranger.status(path)).as(path).isEqualTo(404);
        }
        assertThat(stranger.refusedPatch(404, "/poam/items/" + item, Map.of("priority", "low")))
                .isEqualTo("POAM_ITEM_NOT_FOUND");
    }
}
