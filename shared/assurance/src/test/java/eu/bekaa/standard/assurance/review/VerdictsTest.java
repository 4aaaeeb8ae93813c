package eu.bekaa.standard.assurance.review;

import static eu.bekaa.standard.assurance.review.ReviewBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.kernel.ErrorCode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Decisions of people, and what follows from them.
@MicronautTest(transactional = false)
class VerdictsTest {
    private final ReviewBench bench;

    VerdictsTest(ReviewBench bench) {
        this.bench = bench;
    }

    @Test
    void std64_approvingNeedsTheDecisionAndSupersedesTheOlderVersion() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var first = bench.approved(assessment, ArtifactKind.SOA);
        assertThat(bench.state(assessment)).isEqualTo(AssessmentState.SOA_APPROVED);
        var second = bench.approved(assessment, ArtifactKind.SOA);
        assertThat(bench.reviews.approved(bench.assessor, assessment, ArtifactKind.SOA))
                .contains(second);
        assertThat(bench.reviews.find(
                        bench.assessor, ArtifactKind.SOA, first.header().id()))
                .isEqualTo(new Version.Superseded(first, second.header().id()));
        assertThat(second.header().supersedes()).isEqualTo(first.header().id());
    }

    @Test
    void std64_withoutADecisionNothingIsApproved() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var submitted = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        var pending = bench.pending(assessment);
        var id = submitted.header().id();
        refused(
                ErrorCode.APPROVAL_EVENT_REQUIRED,
                () -> bench.reviews.approve(bench.approver, ArtifactKind.SOA, id, null, null));
        refused(
                ErrorCode.APPROVAL_REQUIRED,
                () -> bench.reviews.approve(bench.approver, ArtifactKind.SOA, id, pending.approvalId(), null));
        refused(
                ErrorCode.APPROVAL_NOT_FOUND,
                () -> bench.reviews.approve(bench.approver, ArtifactKind.SOA, id, new UUID(1, 2), null));
        assertThat(bench.state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
    }

    @Test
    void std110_theApprovalOfVersionOneNeverCountsForVersionTwo() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var first = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        var decided = bench.decide(first, Decision.APPROVED, null);
        var second = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        refused(
                ErrorCode.CONFLICT,
                () -> bench.reviews.approve(
                        bench.approver, ArtifactKind.SOA, second.header().id(), decided.approvalId(), null));
    }

    @Test
    void std111_theAuthorNeitherDecidesNorApproves() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var draft = bench.reviews.open(bench.approver, assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        var submitted = bench.submit(draft);
        var pending = bench.pending(assessment).approvalId();
        refused(ErrorCode.FORBIDDEN, () -> bench.decisions.decide(bench.approver, pending, Decision.APPROVED, null));
        bench.decisions.decide(bench.tenant.owner(), pending, Decision.APPROVED, null);
        refused(
                ErrorCode.FORBIDDEN,
                () -> bench.reviews.approve(
                        bench.approver, ArtifactKind.SOA, submitted.header().id(), pending, null));
        bench.reviews.approve(
                bench.tenant.owner(), ArtifactKind.SOA, submitted.header().id(), pending, null);
    }

    @Test
    void std112_machinesAndThoseWithoutThePermissionDecideNothing() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        var pending = bench.pending(assessment).approvalId();
        refused(
                ErrorCode.FORBIDDEN,
                () -> bench.decisions.decide(bench.tenant.machine(), pending, Decision.APPROVED, null));
        refused(
                ErrorCode.FORBIDDEN,
                () -> bench.decisions.decide(bench.tenant.viewer(), pending, Decision.APPROVED, null));
    }

    @Test
    void std113_aDecisionIsMadeOnceAndARejectionSaysWhy() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var submitted = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        var pending = bench.pending(assessment).approvalId();
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> bench.decisions.decide(bench.approver, pending, Decision.REJECTED, " "));
        var taken = bench.decisions.decide(bench.approver, pending, Decision.REJECTED, "Item 3 is wrong.");
        assertThat(taken.rejected()).isPresent();
        assertThat(bench.reviews
                        .find(
                                bench.assessor,
                                ArtifactKind.SOA,
                                submitted.header().id())
                        .status())
                .isEqualTo(Version.Status.REJECTED);
        refused(
                ErrorCode.CONFLICT,
                () -> bench.decisions.decide(bench.tenant.owner(), pending, Decision.APPROVED, null));
        var successor = bench.reviews.reopen(bench.approver, taken.rejected().orElseThrow());
        assertThat(successor.header().supersedes()).isEqualTo(submitted.header().id());
        assertThat(successor.header().number()).isEqualTo(2);
    }

    @Test
    void anOlderVersionIsNotApprovedOverANewerOne() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var first = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        var decided = bench.decide(first, Decision.APPROVED, null);
        bench.approved(assessment, ArtifactKind.SOA);
        refused(
                ErrorCode.SOA_APPROVAL_BLOCKED,
                () -> bench.reviews.approve(
                        bench.approver, ArtifactKind.SOA, first.header().id(), decided.approvalId(), null));
    }

    @Test
    void theScopesApprovalDoesNotOpenTheGateOfTheSoa() {
        var assessment = bench.standing(AssessmentState.SOA_UNDER_REVIEW);
        var scope = bench.approved(assessment, ArtifactKind.SCOPE);
        bench.assessments.drive(
                bench.approver, assessment, AssessmentState.SOA_APPROVED, "Scope approved.", scope.approvalId());
        assertThat(bench.state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
    }
}
