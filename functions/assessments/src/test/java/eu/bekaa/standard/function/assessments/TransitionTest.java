package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AssessmentTest.standing;
import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The table of moves, and what a move leaves behind.
@MicronautTest(transactional = false)
class TransitionTest {
    private final Moves moves;

    TransitionTest(Moves moves) {
        this.moves = moves;
    }

    @Test
    void std30_whatTheTableDoesNotListIsRefusedAndChangesNothing() {
        for (var target : List.of("framework_selected", "soa_drafted", "closed", "draft", "archived")) {
            assertThat(code(moves.move(409, target))).isEqualTo("INVALID_STATE_TRANSITION");
        }
        for (var unknown : List.of("Scope_Drafted", "SCOPE_DRAFTED", "nonsense", "")) {
            assertThat(code(moves.move(400, unknown))).isEqualTo("VALIDATION_ERROR");
        }
        assertThat(moves.state()).isEqualTo("framework_selected");
        assertThat(moves.events()).isEmpty();
    }

    @Test
    void std31_aMissingPrerequisiteIsNamedAndTheStateStays() {
        assertThat(Moves.missing(moves.move(409, "scope_drafted"))).containsExactly("scope_draft_exists");
        standing(moves.assessment, "draft");
        assertThat(Moves.missing(moves.move(409, "documents_uploaded"))).containsExactly("document_uploaded");
        standing(moves.assessment, "gap_analysis_approved");
        assertThat(Moves.missing(moves.move(409, "poam_drafted")))
                .containsExactlyInAnyOrder("gap_analysis_approved", "poam_draft_exists");
        standing(moves.assessment, "poam_approved");
        assertThat(Moves.missing(moves.move(409, "report_generated")))
                .containsExactlyInAnyOrder(
                        "soa_approved", "gap_analysis_approved", "maturity_approved", "poam_approved");
        assertThat(moves.state()).isEqualTo("poam_approved");
        assertThat(moves.events()).isEmpty();
    }

    @Test
    void aReasonIsRequiredAndTheBodyStrict() {
        var path = "/assessments/" + moves.assessment + "/lifecycle/transition";
        moves.assessor.post(400, path, Map.of("next_state", "cancelled"));
        moves.assessor.post(400, path, Map.of("next_state", "cancelled", "reason", " "));
        moves.assessor.post(400, path, Map.of("reason", "Where to?"));
        moves.assessor.post(400, path, Map.of("next_state", "cancelled", "reason", "Over.", "force", true));
        moves.assessor.post(
                400,
                path,
                Map.of("next_state", "cancelled", "reason", "Over.", "metadata", Map.of("nested", Map.of("a", 1))));
        moves.assessor.post(
                400, path, Map.of("next_state", "cancelled", "reason", "Over.", "metadata", Map.of("nul", "\0")));
        assertThat(moves.state()).isEqualTo("framework_selected");
    }

    @Test
    void std33_aMoveAppendsOneEventThatTellsWhoAndWhy() {
        moves.open(ArtifactKind.SCOPE);
        var moved = moves.move(200, "scope_drafted");
        assertThat(moved)
                .containsEntry("previous_state", "framework_selected")
                .containsEntry("next_state", "scope_drafted")
                .containsEntry("assessment_id", moves.assessment.toString())
                .containsKeys("organization_id", "event", "trace_id");
        assertThat(moves.events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("event_type", "scope_drafted")
                        .containsEntry(
                                "actor_id", moves.tenant.assessor().actor().id().toString())
                        .containsEntry("system_actor", null)
                        .containsEntry("reason", "Because."));
        assertThat(moves.assessor.get("/assessments/" + moves.assessment + "/timeline"))
                .containsEntry("current_state", "scope_drafted");
    }

    @Test
    void anInterruptedAssessmentResumesWhereItStood() {
        moves.move(200, "blocked");
        moves.move(200, "failed");
        assertThat(moves.assessor.get("/assessments/" + moves.assessment + "/status"))
                .containsEntry("interrupted_state", "framework_selected");
        assertThat(code(moves.move(409, "scope_drafted"))).isEqualTo("INVALID_STATE_TRANSITION");
        moves.move(200, "framework_selected");
        assertThat(moves.events())
                .extracting(event -> text(event, "event_type"))
                .containsExactly("assessment_blocked", "assessment_failed", "assessment_resumed");
        assertThat(moves.assessor.get("/assessments/" + moves.assessment))
                .containsEntry("framework_id", moves.ground.frameworkId().toString());
    }

    @Test
    void theAvailableTransitionsSayWhatIsMissing() {
        var available = moves.assessor.get("/assessments/" + moves.assessment + "/available-transitions");
        assertThat(available).containsEntry("current_state", "framework_selected");
        assertThat(rows(available, "transitions"))
                .extracting(target -> text(target, "next_state"))
                .containsExactly("scope_drafted", "failed", "cancelled", "blocked");
        assertThat(rows(available, "transitions").getFirst())
                .containsEntry("missing_prerequisites", List.of("scope_draft_exists"));
    }
}
