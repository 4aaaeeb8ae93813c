package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.platform.observability.Metrics;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What those who watch over an organization's assessments are told.
@MicronautTest(transactional = false)
class FiguresTest {
    @Inject
    Desk.Office office;

    @Inject
    Metrics metrics;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forPlan();
    }

    @Test
    void anOrganizationThatHasDecidedNothingHasNothingOpen() {
        assertThat(figure("assessments")).isEqualTo(1);
        assertThat(figure("approvals.pending")).isZero();
        assertThat(figure("approvals.oldest_pending_age")).isZero();
        assertThat(figure("poam.open_items")).isZero();
        assertThat(figure("poam.overdue_items")).isZero();
    }

    @Test
    void aDecisionThatWaitsIsCountedWithItsAge() {
        var gap = text(desk.draftedGap(), "gap_analysis_version_id");
        desk.assessor().post(200, "/gap-analysis/" + gap + "/submit-review", Map.of());
        OwnerSql.change(
                "UPDATE approval SET created_at = created_at - interval '90 seconds' WHERE approval_id = CAST(? AS uuid)",
                desk.approvalOf(gap));

        assertThat(figure("approvals.pending")).isEqualTo(1);
        assertThat(figure("approvals.oldest_pending_age")).isBetween(90.0, 120.0);
    }

    @Test
    void onlyUnfinishedItemsOfAnApprovedPlanAreOpen() {
        var gap = desk.approvedGap();
        var plan = text(desk.draftedPlan(gap), "poam_version_id");
        assertThat(figure("poam.open_items")).isZero();

        desk.approved("/poam/", plan);
        OwnerSql.change("""
                UPDATE poam_item
                   SET status = CASE ordinal WHEN 1 THEN 'completed' ELSE status END,
                       due_date = CASE ordinal WHEN 3 THEN date '9999-01-01' ELSE date '2020-01-01' END
                 WHERE poam_version_id = CAST(? AS uuid)
                """, plan);

        assertThat(figure("poam.open_items")).isEqualTo(3);
        assertThat(figure("poam.overdue_items")).isEqualTo(2);
    }

    private double figure(String name) {
        return metrics.now(desk.assessor().caller()).stream()
                .filter(metric -> metric.metricName().equals(name))
                .mapToDouble(metric -> metric.metricValue())
                .sum();
    }
}
