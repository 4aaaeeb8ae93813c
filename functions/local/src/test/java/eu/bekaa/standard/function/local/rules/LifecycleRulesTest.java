package eu.bekaa.standard.function.local.rules;

import static eu.bekaa.standard.function.local.rules.Course.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Assessments and their life cycle (contract §5).
class LifecycleRulesTest {
    @Test
    void std34_workMovesTheAssessmentAlongAndForcesNothing() {
        var course = new Course("Driven by work");
        assertThat(course.state()).isEqualTo("draft");
        // a scope may be written before its time; the life cycle waits for its turn
        course.assessor().post(course.base() + "/scope", Map.of("title", "Early", "description", "Before its time."));
        assertThat(course.state()).isEqualTo("draft");
        refused(409, "CONFLICT", () -> course.assessor().post(course.base() + "/soa/draft", course.basis()));

        course.framed();
        assertThat(course.state()).isEqualTo("framework_selected");
        var move = Map.of("next_state", "soa_approved", "reason", "In a hurry.");
        refused(
                409,
                "INVALID_STATE_TRANSITION",
                () -> course.assessor().post(course.base() + "/lifecycle/transition", move));
        course.assessor()
                .post(course.base() + "/lifecycle/transition", Map.of("next_state", "scope_drafted", "reason", "Now."));
        var soa = Course.API + "/soa/"
                + Answers.text(course.assessor().post(course.base() + "/soa/draft", course.basis()), "soa_version_id");
        assertThat(course.state()).isEqualTo("soa_drafted");
        course.assessor().post(soa + "/submit-review", Map.of());
        assertThat(course.state()).isEqualTo("soa_under_review");
        // another draft meanwhile pulls nothing back
        course.assessor().post(soa + "/regenerate", Map.of());
        assertThat(course.state()).isEqualTo("soa_under_review");
        // and what is blocked resumes only when somebody asks for it
        course.assessor()
                .post(course.base() + "/lifecycle/transition", Map.of("next_state", "blocked", "reason", "Ill."));
        course.approver()
                .post(Course.API + "/approvals/" + course.approvalOf(soa) + "/approve", Map.of("reason", "Agreed."));
        course.approver().post(soa + "/approve", Map.of("approval_event_id", course.approvalOf(soa)));
        assertThat(course.state()).isEqualTo("blocked");
        assertThat(Answers.data(course.assessor().get(course.base() + "/lifecycle/events")))
                .extracting(event -> event.get("event_type"))
                .containsExactly(
                        "document_uploaded",
                        "documents_ingested",
                        "scf_pre_analysis_completed",
                        "framework_selected",
                        "scope_drafted",
                        "soa_drafted",
                        "soa_submitted_for_review",
                        "assessment_blocked");
    }
}
