package eu.bekaa.standard.assurance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionTest {
    private static final Instant NOW = Instant.parse("2026-04-19T10:30:00Z");
    private static final String HASH = "a".repeat(64);

    private final Actor.Person author = person(1);
    private final Actor.Person submitter = person(2);
    private final Actor.Person approver = person(3);

    @Test
    void aBlockedDraftIsNotSubmittedAndNamesItsBlockers() {
        assertThatThrownBy(
                        () -> draft(ArtifactKind.SOA).submit(author, NOW, List.of("Item 3 lacks a rationale."), HASH))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.SOA_REVIEW_BLOCKED);
                    assertThat(refusal.details())
                            .extracting(Refusal.Detail::message)
                            .containsExactly("Item 3 lacks a rationale.");
                });
    }

    @Test
    void std111_neitherCreatorNorSubmitterApproves() {
        var submitted = submitted();
        refused(
                ErrorCode.FORBIDDEN,
                () -> submitted.approve(author, given(author, submitted.header().id())));
        refused(
                ErrorCode.FORBIDDEN,
                () -> submitted.approve(
                        submitter, given(submitter, submitted.header().id())));
    }

    @Test
    void std64_theApproverIsThePersonWhoseDecisionItIs() {
        var submitted = submitted();
        refused(
                ErrorCode.FORBIDDEN,
                () -> submitted.approve(
                        person(4), given(approver, submitted.header().id())));
        var approved =
                submitted.approve(approver, given(approver, submitted.header().id()));
        assertThat(approved.approvedBy()).isEqualTo(approver.id());
        assertThat(approved.status()).isEqualTo(Version.Status.APPROVED);
    }

    @Test
    void std110_theApprovalOfAnotherVersionDoesNotCount() {
        refused(ErrorCode.CONFLICT, () -> submitted().approve(approver, given(approver, new UUID(7, 7))));
    }

    @Test
    void std110_aSignOffOnTheAssessmentApprovesNoVersion() {
        var submitted = submitted();
        var signOff =
                approval(Approval.Target.ASSESSMENT_STATE, submitted.header().id(), Decision.APPROVED, approver);
        refused(ErrorCode.CONFLICT, () -> submitted.approve(approver, signOff));
    }

    @Test
    void aPendingOrRejectedApprovalApprovesNothing() {
        var submitted = submitted();
        var id = submitted.header().id();
        refused(
                ErrorCode.APPROVAL_REQUIRED,
                () -> submitted.approve(approver, approval(Approval.Target.ARTIFACT_VERSION, id, null, approver)));
        refused(
                ErrorCode.APPROVAL_REQUIRED,
                () -> submitted.approve(
                        approver,
                        approval(Approval.Target.ARTIFACT_VERSION, id, Decision.CHANGES_REQUESTED, approver)));
    }

    @Test
    void std32_aGateOpensToItsOwnApprovalOfTheVersionInQuestionOnly() {
        var version = new UUID(5, 5);
        var approval = given(approver, version);
        assertThat(approval.keepsShut(Gate.SOA, version)).isEmpty();
        assertThat(approval.keepsShut(Gate.SOA, new UUID(6, 6))).hasValueSatisfying(code(ErrorCode.CONFLICT));
        assertThat(approval.keepsShut(Gate.SOA, null)).hasValueSatisfying(code(ErrorCode.CONFLICT));
        assertThat(approval.keepsShut(Gate.POAM, version)).hasValueSatisfying(code(ErrorCode.CONFLICT));
        assertThat(approval(Approval.Target.ARTIFACT_VERSION, version, Decision.REJECTED, approver)
                        .keepsShut(Gate.SOA, version))
                .hasValueSatisfying(code(ErrorCode.APPROVAL_REQUIRED));
    }

    private static java.util.function.Consumer<Refusal> code(ErrorCode code) {
        return refusal -> assertThat(refusal.code()).isEqualTo(code);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, code(code)::accept);
    }

    private Version.UnderReview submitted() {
        return draft(ArtifactKind.SOA).submit(submitter, NOW, List.of(), HASH);
    }

    private Version.Draft draft(ArtifactKind kind) {
        return new Version.Draft(new Header(
                new UUID(9, 9),
                new UUID(1, 0),
                new UUID(2, 0),
                kind,
                1,
                author.id(),
                NOW,
                Sources.NONE,
                Map.of(),
                null,
                null,
                "trace-of-a-test"));
    }

    private static Approval given(Actor.Person by, UUID version) {
        return approval(Approval.Target.ARTIFACT_VERSION, version, Decision.APPROVED, by);
    }

    private static Approval approval(Approval.Target target, UUID id, @Nullable Decision decision, Actor.Person by) {
        return new Approval(
                new UUID(8, 8),
                new UUID(1, 0),
                new UUID(2, 0),
                Gate.SOA,
                target,
                id,
                1,
                decision,
                by.id(),
                decision == null ? null : by.id(),
                "Checked.",
                NOW,
                decision == null ? null : NOW,
                "trace-of-a-test");
    }

    private static Actor.Person person(int number) {
        return new Actor.Person(new UUID(0, number), "person" + number + "@example.org", "Person " + number, false);
    }
}
