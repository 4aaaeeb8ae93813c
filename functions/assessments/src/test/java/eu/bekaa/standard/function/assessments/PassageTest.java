package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AssessmentTest.standing;
import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Moves that need something: an approval, a framework, the pre-analysis.
@MicronautTest(transactional = false)
class PassageTest {
    private final Moves moves;
    private final Shelf shelf;

    PassageTest(Moves moves, Shelf shelf) {
        this.moves = moves;
        this.shelf = shelf;
    }

    @Test
    void std32_aGateOpensToItsOwnGivenApprovalOnly() {
        standing(moves.assessment, "soa_under_review");
        assertThat(code(moves.move(409, "soa_approved"))).isEqualTo("APPROVAL_REQUIRED");
        assertThat(code(moves.move(409, "soa_approved", new UUID(1, 1)))).isEqualTo("APPROVAL_REQUIRED");
        var scope = moves.submit(ArtifactKind.SCOPE);
        moves.decide(scope);
        assertThat(code(moves.move(409, "soa_approved", scope))).isEqualTo("CONFLICT");
        var poam = moves.submit(ArtifactKind.POAM);
        moves.decide(poam);
        assertThat(code(moves.move(409, "soa_approved", poam))).isEqualTo("CONFLICT");
        var first = moves.submit(ArtifactKind.SOA);
        assertThat(code(moves.move(409, "soa_approved", first))).isEqualTo("APPROVAL_REQUIRED");
        moves.decide(first);
        var second = moves.submit(ArtifactKind.SOA);
        assertThat(code(moves.move(409, "soa_approved", first))).isEqualTo("CONFLICT");
        moves.decide(second);
        assertThat(moves.move(200, "soa_approved", second)).containsEntry("next_state", "soa_approved");
    }

    @Test
    void std103_closingNeedsTheAcceptedReport() {
        standing(moves.assessment, "report_generated");
        assertThat(code(moves.move(409, "closed"))).isEqualTo("APPROVAL_REQUIRED");
        var report = moves.submit(ArtifactKind.REPORT);
        moves.decide(report);
        assertThat(Moves.missing(moves.move(409, "closed", report))).containsExactly("report_accepted");
        var version = moves.approvals.find(moves.tenant.assessor(), report).targetId();
        moves.reviews.approve(moves.tenant.approver(), ArtifactKind.REPORT, version, report, null);
        moves.submit(ArtifactKind.REPORT);
        moves.move(200, "closed", report);
        assertThat(moves.state()).isEqualTo("closed");
        moves.move(200, "archived");
        assertThat(code(moves.move(409, "cancelled"))).isEqualTo("INVALID_STATE_TRANSITION");
    }

    @Test
    void theFrameworkIsSelectedByTheMoveAndBelongsToTheScfVersion() {
        standing(moves.assessment, "scf_pre_analysis_ready");
        OwnerSql.change("UPDATE assessment SET framework_id = NULL WHERE assessment_id = ?", moves.assessment);
        assertThat(Moves.missing(moves.move(409, "framework_selected")))
                .containsExactlyInAnyOrder("framework_selected", "framework_in_scf_version");
        assertThat(Moves.missing(moves.select(409, new UUID(3, 3).toString())))
                .containsExactly("framework_in_scf_version");
        assertThat(code(moves.select(400, "csf"))).isEqualTo("VALIDATION_ERROR");
        moves.select(200, moves.ground.frameworkId().toString());
        assertThat(moves.assessor.get("/assessments/" + moves.assessment))
                .containsEntry("framework_id", moves.ground.frameworkId().toString());
    }

    @Test
    void thePreAnalysisIsMadeByItsMoveAndCanBeRead() {
        shelf.put(
                moves.tenant.assessor(),
                moves.assessment,
                "backup.txt",
                "All databases are backed up every night. Restores are tested.");
        standing(moves.assessment, "documents_ingested");
        var moved = moves.move(200, "scf_pre_analysis_ready");
        @SuppressWarnings("unchecked")
        var event = (Map<String, Object>) moved.get("event");
        assertThat(event).isNotNull();
        @SuppressWarnings("unchecked")
        var analysis = (Map<String, Object>) moves.assessor
                .get("/assessments/" + moves.assessment + "/status")
                .get("pre_analysis");
        assertThat(analysis).isNotNull();
        assertThat(analysis)
                .containsEntry("control_count", moves.ground.controls().size());
        assertThat((Integer) analysis.get("candidate_control_count"))
                .isBetween(1, moves.ground.controls().size());
        assertThat(rows(analysis, "domains"))
                .singleElement()
                .satisfies(domain -> assertThat(domain)
                        .containsEntry("control_count", moves.ground.controls().size())
                        .containsEntry("candidate_control_count", analysis.get("candidate_control_count")));
        assertThat(event.get("metadata").toString()).contains("controls_with_candidate_evidence");
    }
}
