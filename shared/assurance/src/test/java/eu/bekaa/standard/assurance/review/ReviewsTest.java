package eu.bekaa.standard.assurance.review;

import static eu.bekaa.standard.assurance.review.ReviewBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.LifecycleEvent;
import eu.bekaa.standard.assurance.assessment.LifecycleEventType;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Drafts, submissions, and what is no longer a draft.
@MicronautTest(transactional = false)
class ReviewsTest {
    private final ReviewBench bench;

    ReviewsTest(ReviewBench bench) {
        this.bench = bench;
    }

    @Test
    void std65_versionNumbersGrowByOnePerAssessmentAndKind() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        assertThat(bench.draft(assessment, ArtifactKind.SOA).header().number()).isEqualTo(1);
        assertThat(bench.draft(assessment, ArtifactKind.SOA).header().number()).isEqualTo(2);
        assertThat(bench.draft(assessment, ArtifactKind.POAM).header().number()).isEqualTo(1);
    }

    @Test
    void aDraftKeepsItsSourcesAndMetadata() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var scope = bench.draft(assessment, ArtifactKind.SCOPE).header().id();
        var sources = new Sources(new UUID(1, 1), new UUID(2, 2), scope, null, null, null, null);
        var draft = bench.reviews.open(
                bench.assessor, assessment, ArtifactKind.SOA, sources, Map.of("limitations", List.of("None.")));
        var annotated = bench.reviews.annotate(bench.assessor, draft, Map.of("exception_rationale", "Agreed."));
        var found = bench.reviews.find(
                bench.assessor, ArtifactKind.SOA, draft.header().id());
        assertThat(found).isEqualTo(annotated);
        assertThat(found.header().sources()).isEqualTo(sources);
        assertThat(found.header().metadata())
                .containsEntry("exception_rationale", "Agreed.")
                .containsEntry("limitations", List.of("None."));
    }

    @Test
    void std110_submittingOpensOnePendingApprovalAndMovesTheLifeCycle() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var submitted = bench.submit(bench.draft(assessment, ArtifactKind.SOA));
        assertThat(bench.approvals.ofAssessment(bench.assessor, assessment))
                .singleElement()
                .satisfies(approval -> {
                    assertThat(approval.targetId()).isEqualTo(submitted.header().id());
                    assertThat(approval.decision()).isNull();
                    assertThat(approval.requestedBy())
                            .isEqualTo(bench.assessor.actor().id());
                });
        assertThat(bench.state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
        assertThat(bench.reviews.find(
                        bench.assessor, ArtifactKind.SOA, submitted.header().id()))
                .isEqualTo(submitted);
    }

    @Test
    void std114_whatIsDecidedIsImmutable() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var approved = bench.approved(assessment, ArtifactKind.SOA);
        var id = approved.header().id();
        refused(ErrorCode.SOA_VERSION_IMMUTABLE, () -> bench.reviews.draft(bench.assessor, ArtifactKind.SOA, id));
        refused(
                ErrorCode.SOA_VERSION_IMMUTABLE,
                () -> bench.reviews.approve(bench.approver, ArtifactKind.SOA, id, approved.approvalId(), null));
        var draft = bench.draft(assessment, ArtifactKind.SOA).header().id();
        refused(
                ErrorCode.SOA_APPROVAL_BLOCKED,
                () -> bench.reviews.approve(bench.approver, ArtifactKind.SOA, draft, approved.approvalId(), null));
    }

    @Test
    void std2_anotherOrganizationsVersionIsNotFound(Tenants tenants) {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        var id = bench.draft(assessment, ArtifactKind.SOA).header().id();
        var stranger = tenants.create().owner();
        refused(ErrorCode.SOA_VERSION_NOT_FOUND, () -> bench.reviews.find(stranger, ArtifactKind.SOA, id));
        refused(ErrorCode.SOA_VERSION_NOT_FOUND, () -> bench.reviews.draft(stranger, ArtifactKind.SOA, id));
        refused(
                ErrorCode.ASSESSMENT_NOT_FOUND,
                () -> bench.reviews.open(stranger, assessment, ArtifactKind.SOA, Sources.NONE, Map.of()));
        refused(ErrorCode.POAM_VERSION_NOT_FOUND, () -> bench.reviews.find(bench.assessor, ArtifactKind.POAM, id));
    }

    @Test
    void nothingIsDraftedInAClosedAssessment() {
        var assessment = bench.standing(AssessmentState.CLOSED);
        refused(ErrorCode.CONFLICT, () -> bench.draft(assessment, ArtifactKind.SOA));
    }

    @Test
    void std33_everyMoveAppendsOneEvent() {
        var assessment = bench.standing(AssessmentState.SOA_DRAFTED);
        bench.approved(assessment, ArtifactKind.SOA);
        assertThat(bench.assessments.events(bench.assessor, assessment))
                .extracting(LifecycleEvent::eventType)
                .containsExactly(LifecycleEventType.SOA_SUBMITTED_FOR_REVIEW, LifecycleEventType.SOA_APPROVED);
    }
}
