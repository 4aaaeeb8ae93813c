package eu.bekaa.standard.assurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.LifecycleEvent;
import eu.bekaa.standard.assurance.assessment.LifecycleEventType;
import eu.bekaa.standard.assurance.assessment.StoredAssessments;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ReviewsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Reviews reviews;
    private final Decisions decisions;
    private final Approvals approvals;
    private final Assessments assessments;
    private final StoredAssessments stored;
    private final Tenant tenant;
    private final Caller assessor;
    private final Caller approver;

    ReviewsTest(
            Reviews reviews,
            Decisions decisions,
            Approvals approvals,
            Assessments assessments,
            StoredAssessments stored,
            Tenants tenants) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.approvals = approvals;
        this.assessments = assessments;
        this.stored = stored;
        this.tenant = tenants.create();
        this.assessor = tenant.assessor();
        this.approver = tenant.approver();
    }

    @Test
    void std65_versionNumbersGrowByOnePerAssessmentAndKind() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        assertThat(draft(assessment, ArtifactKind.SOA).header().number()).isEqualTo(1);
        assertThat(draft(assessment, ArtifactKind.SOA).header().number()).isEqualTo(2);
        assertThat(draft(assessment, ArtifactKind.POAM).header().number()).isEqualTo(1);
    }

    @Test
    void aDraftKeepsItsSourcesAndMetadata() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var scope = draft(assessment, ArtifactKind.SCOPE).header().id();
        var sources = new Sources(new UUID(1, 1), new UUID(2, 2), scope, null, null, null, null);
        var draft =
                reviews.open(assessor, assessment, ArtifactKind.SOA, sources, Map.of("limitations", List.of("None.")));
        var annotated = reviews.annotate(assessor, draft, Map.of("exception_rationale", "Agreed."));
        var found = reviews.find(assessor, ArtifactKind.SOA, draft.header().id());
        assertThat(found).isEqualTo(annotated);
        assertThat(found.header().sources()).isEqualTo(sources);
        assertThat(found.header().metadata())
                .containsEntry("exception_rationale", "Agreed.")
                .containsEntry("limitations", List.of("None."));
    }

    @Test
    void std110_submittingOpensOnePendingApprovalAndMovesTheLifeCycle() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var submitted = submit(draft(assessment, ArtifactKind.SOA));
        assertThat(approvals.ofAssessment(assessor, assessment)).singleElement().satisfies(approval -> {
            assertThat(approval.targetId()).isEqualTo(submitted.header().id());
            assertThat(approval.decision()).isNull();
            assertThat(approval.requestedBy()).isEqualTo(assessor.actor().id());
        });
        assertThat(state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
        assertThat(reviews.find(assessor, ArtifactKind.SOA, submitted.header().id()))
                .isEqualTo(submitted);
    }

    @Test
    void std64_approvingNeedsTheDecisionAndSupersedesTheOlderVersion() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var first = approved(assessment, ArtifactKind.SOA);
        assertThat(state(assessment)).isEqualTo(AssessmentState.SOA_APPROVED);
        var second = approved(assessment, ArtifactKind.SOA);
        assertThat(reviews.approved(assessor, assessment, ArtifactKind.SOA)).contains(second);
        assertThat(reviews.find(assessor, ArtifactKind.SOA, first.header().id()))
                .isEqualTo(new Version.Superseded(first, second.header().id()));
        assertThat(second.header().supersedes()).isEqualTo(first.header().id());
    }

    @Test
    void std64_withoutADecisionNothingIsApproved() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var submitted = submit(draft(assessment, ArtifactKind.SOA));
        var pending = approvals.ofAssessment(assessor, assessment).getFirst();
        var id = submitted.header().id();
        refused(ErrorCode.APPROVAL_EVENT_REQUIRED, () -> reviews.approve(approver, ArtifactKind.SOA, id, null));
        refused(
                ErrorCode.APPROVAL_REQUIRED,
                () -> reviews.approve(approver, ArtifactKind.SOA, id, pending.approvalId()));
        refused(ErrorCode.APPROVAL_NOT_FOUND, () -> reviews.approve(approver, ArtifactKind.SOA, id, new UUID(1, 2)));
        assertThat(state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
    }

    @Test
    void std110_theApprovalOfVersionOneNeverCountsForVersionTwo() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var first = submit(draft(assessment, ArtifactKind.SOA));
        var decided = decide(first, Decision.APPROVED, null);
        var second = submit(draft(assessment, ArtifactKind.SOA));
        refused(
                ErrorCode.CONFLICT,
                () -> reviews.approve(
                        approver, ArtifactKind.SOA, second.header().id(), decided.approvalId()));
    }

    @Test
    void std111_theAuthorNeitherDecidesNorApproves() {
        var assessment = stored.in(approver, AssessmentState.SOA_DRAFTED);
        var draft = reviews.open(approver, assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        var submitted = reviews.submit(assessor, draft, List.of(), HASH);
        var pending = approvals.ofAssessment(assessor, assessment).getFirst().approvalId();
        refused(ErrorCode.FORBIDDEN, () -> decisions.decide(approver, pending, Decision.APPROVED, null));
        decisions.decide(tenant.owner(), pending, Decision.APPROVED, null);
        refused(
                ErrorCode.FORBIDDEN,
                () -> reviews.approve(
                        approver, ArtifactKind.SOA, submitted.header().id(), pending));
        reviews.approve(tenant.owner(), ArtifactKind.SOA, submitted.header().id(), pending);
    }

    @Test
    void std112_machinesAndThoseWithoutThePermissionDecideNothing() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        submit(draft(assessment, ArtifactKind.SOA));
        var pending = approvals.ofAssessment(assessor, assessment).getFirst().approvalId();
        refused(ErrorCode.FORBIDDEN, () -> decisions.decide(tenant.machine(), pending, Decision.APPROVED, null));
        refused(ErrorCode.FORBIDDEN, () -> decisions.decide(tenant.viewer(), pending, Decision.APPROVED, null));
    }

    @Test
    void std113_aDecisionIsMadeOnceAndARejectionSaysWhy() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var submitted = submit(draft(assessment, ArtifactKind.SOA));
        var pending = approvals.ofAssessment(assessor, assessment).getFirst().approvalId();
        refused(ErrorCode.VALIDATION_ERROR, () -> decisions.decide(approver, pending, Decision.REJECTED, " "));
        var taken = decisions.decide(approver, pending, Decision.REJECTED, "Item 3 is wrong.");
        assertThat(taken.rejected()).isPresent();
        assertThat(reviews.find(assessor, ArtifactKind.SOA, submitted.header().id())
                        .status())
                .isEqualTo(Version.Status.REJECTED);
        refused(ErrorCode.CONFLICT, () -> decisions.decide(tenant.owner(), pending, Decision.APPROVED, null));
        var successor = reviews.reopen(approver, taken.rejected().orElseThrow());
        assertThat(successor.header().supersedes()).isEqualTo(submitted.header().id());
        assertThat(successor.header().number()).isEqualTo(2);
    }

    @Test
    void std114_whatIsDecidedIsImmutable() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var approved = approved(assessment, ArtifactKind.SOA);
        var id = approved.header().id();
        refused(ErrorCode.SOA_VERSION_IMMUTABLE, () -> reviews.draft(assessor, ArtifactKind.SOA, id));
        refused(
                ErrorCode.SOA_VERSION_IMMUTABLE,
                () -> reviews.approve(approver, ArtifactKind.SOA, id, approved.approvalId()));
        var draft = draft(assessment, ArtifactKind.SOA).header().id();
        refused(
                ErrorCode.SOA_APPROVAL_BLOCKED,
                () -> reviews.approve(approver, ArtifactKind.SOA, draft, approved.approvalId()));
    }

    @Test
    void anOlderVersionIsNotApprovedOverANewerOne() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var first = submit(draft(assessment, ArtifactKind.SOA));
        var decided = decide(first, Decision.APPROVED, null);
        approved(assessment, ArtifactKind.SOA);
        refused(
                ErrorCode.SOA_APPROVAL_BLOCKED,
                () -> reviews.approve(approver, ArtifactKind.SOA, first.header().id(), decided.approvalId()));
    }

    @Test
    void theScopesApprovalDoesNotOpenTheGateOfTheSoa() {
        var assessment = stored.in(assessor, AssessmentState.SOA_UNDER_REVIEW);
        var scope = approved(assessment, ArtifactKind.SCOPE);
        assessments.drive(approver, assessment, AssessmentState.SOA_APPROVED, "Scope approved.", scope.approvalId());
        assertThat(state(assessment)).isEqualTo(AssessmentState.SOA_UNDER_REVIEW);
    }

    @Test
    void std2_anotherOrganizationsVersionIsNotFound(Tenants tenants) {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        var id = draft(assessment, ArtifactKind.SOA).header().id();
        var stranger = tenants.create().owner();
        refused(ErrorCode.SOA_VERSION_NOT_FOUND, () -> reviews.find(stranger, ArtifactKind.SOA, id));
        refused(ErrorCode.SOA_VERSION_NOT_FOUND, () -> reviews.draft(stranger, ArtifactKind.SOA, id));
        refused(
                ErrorCode.ASSESSMENT_NOT_FOUND,
                () -> reviews.open(stranger, assessment, ArtifactKind.SOA, Sources.NONE, Map.of()));
        refused(ErrorCode.POAM_VERSION_NOT_FOUND, () -> reviews.find(assessor, ArtifactKind.POAM, id));
    }

    @Test
    void nothingIsDraftedInAClosedAssessment() {
        var assessment = stored.in(assessor, AssessmentState.CLOSED);
        refused(ErrorCode.CONFLICT, () -> draft(assessment, ArtifactKind.SOA));
    }

    @Test
    void std33_everyMoveAppendsOneEvent() {
        var assessment = stored.in(assessor, AssessmentState.SOA_DRAFTED);
        approved(assessment, ArtifactKind.SOA);
        assertThat(assessments.events(assessor, assessment))
                .extracting(LifecycleEvent::eventType)
                .containsExactly(LifecycleEventType.SOA_SUBMITTED_FOR_REVIEW, LifecycleEventType.SOA_APPROVED);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private AssessmentState state(UUID assessment) {
        return assessments.find(assessor, assessment).state();
    }

    private Version.Draft draft(UUID assessment, ArtifactKind kind) {
        return reviews.open(assessor, assessment, kind, Sources.NONE, Map.of());
    }

    private Version.UnderReview submit(Version.Draft draft) {
        return reviews.submit(assessor, draft, List.of(), HASH);
    }

    private Approval decide(
            Version.UnderReview submitted, Decision decision, @org.jspecify.annotations.Nullable String why) {
        var asked = approvals.ofAssessment(assessor, submitted.header().assessmentId()).stream()
                .filter(approval ->
                        approval.targetId().equals(submitted.header().id()))
                .findFirst()
                .orElseThrow();
        return decisions.decide(approver, asked.approvalId(), decision, why).approval();
    }

    private Version.Approved approved(UUID assessment, ArtifactKind kind) {
        var submitted = submit(draft(assessment, kind));
        var decided = decide(submitted, Decision.APPROVED, null);
        return reviews.approve(approver, kind, submitted.header().id(), decided.approvalId());
    }
}
