package eu.bekaa.standard.assurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.StoredAssessments;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// Versions under review in an organization of their own, one person who makes them and one who decides.
@Prototype
final class ReviewBench {
    private static final String HASH = "0123456789abcdef".repeat(4);

    final Reviews reviews;
    final Decisions decisions;
    final Approvals approvals;
    final Assessments assessments;
    final Tenant tenant;
    final Caller assessor;
    final Caller approver;
    private final StoredAssessments stored;

    ReviewBench(
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

    /// The id of an assessment that stands there.
    UUID standing(AssessmentState state) {
        return stored.in(assessor, state);
    }

    AssessmentState state(UUID assessment) {
        return assessments.find(assessor, assessment).state();
    }

    Version.Draft draft(UUID assessment, ArtifactKind kind) {
        return reviews.open(assessor, assessment, kind, Sources.NONE, Map.of());
    }

    Version.UnderReview submit(Version.Draft draft) {
        return reviews.submit(assessor, draft, List.of(), HASH);
    }

    /// The approval that was asked for first.
    Approval pending(UUID assessment) {
        return approvals.ofAssessment(assessor, assessment).getFirst();
    }

    Approval decide(Version.UnderReview submitted, Decision decision, @Nullable String why) {
        var asked = approvals.ofAssessment(assessor, submitted.header().assessmentId()).stream()
                .filter(approval ->
                        approval.targetId().equals(submitted.header().id()))
                .findFirst()
                .orElseThrow();
        return decisions.decide(approver, asked.approvalId(), decision, why).approval();
    }

    Version.Approved approved(UUID assessment, ArtifactKind kind) {
        var submitted = submit(draft(assessment, kind));
        var decided = decide(submitted, Decision.APPROVED, null);
        return reviews.approve(approver, kind, submitted.header().id(), decided.approvalId(), null);
    }

    static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
