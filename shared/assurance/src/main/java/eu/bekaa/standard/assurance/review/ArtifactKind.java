package eu.bekaa.standard.assurance.review;

import static eu.bekaa.standard.assurance.assessment.AssessmentState.GAP_ANALYSIS_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.GAP_ANALYSIS_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.GAP_ANALYSIS_UNDER_REVIEW;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.MATURITY_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.MATURITY_ASSESSED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.MATURITY_UNDER_REVIEW;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.POAM_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.POAM_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.POAM_UNDER_REVIEW;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SCOPE_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_UNDER_REVIEW;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be reviewed. A new kind is a constant here, a table of items, and its rules.
public enum ArtifactKind {
    SCOPE(
            Gate.SOA,
            new Steps(SCOPE_DRAFTED, null, null),
            new Codes(
                    ErrorCode.SCOPE_NOT_FOUND,
                    ErrorCode.SCOPE_IMMUTABLE,
                    ErrorCode.SCOPE_REVIEW_BLOCKED,
                    ErrorCode.SCOPE_APPROVAL_BLOCKED)),
    SOA(
            Gate.SOA,
            new Steps(SOA_DRAFTED, SOA_UNDER_REVIEW, SOA_APPROVED),
            new Codes(
                    ErrorCode.SOA_VERSION_NOT_FOUND,
                    ErrorCode.SOA_VERSION_IMMUTABLE,
                    ErrorCode.SOA_REVIEW_BLOCKED,
                    ErrorCode.SOA_APPROVAL_BLOCKED)),
    GAP_ANALYSIS(
            Gate.GAP_ANALYSIS,
            new Steps(GAP_ANALYSIS_DRAFTED, GAP_ANALYSIS_UNDER_REVIEW, GAP_ANALYSIS_APPROVED),
            new Codes(
                    ErrorCode.GAP_ANALYSIS_NOT_FOUND,
                    ErrorCode.GAP_ANALYSIS_IMMUTABLE,
                    ErrorCode.GAP_ANALYSIS_REVIEW_BLOCKED,
                    ErrorCode.GAP_ANALYSIS_APPROVAL_BLOCKED)),
    MATURITY_ASSESSMENT(
            Gate.MATURITY_ASSESSMENT,
            new Steps(MATURITY_ASSESSED, MATURITY_UNDER_REVIEW, MATURITY_APPROVED),
            new Codes(
                    ErrorCode.MATURITY_VERSION_NOT_FOUND,
                    ErrorCode.MATURITY_IMMUTABLE,
                    ErrorCode.MATURITY_REVIEW_BLOCKED,
                    ErrorCode.MATURITY_APPROVAL_BLOCKED)),
    POAM(
            Gate.POAM,
            new Steps(POAM_DRAFTED, POAM_UNDER_REVIEW, POAM_APPROVED),
            new Codes(
                    ErrorCode.POAM_VERSION_NOT_FOUND,
                    ErrorCode.POAM_IMMUTABLE,
                    ErrorCode.POAM_REVIEW_BLOCKED,
                    ErrorCode.POAM_APPROVAL_BLOCKED)),
    REPORT(
            Gate.REPORT,
            new Steps(null, null, null),
            new Codes(
                    ErrorCode.REPORT_NOT_FOUND,
                    ErrorCode.REPORT_IMMUTABLE,
                    ErrorCode.REPORT_REVIEW_BLOCKED,
                    ErrorCode.REPORT_APPROVAL_BLOCKED));

    private final Gate gate;
    private final Steps steps;
    private final Codes codes;

    ArtifactKind(Gate gate, Steps steps, Codes codes) {
        this.gate = gate;
        this.steps = steps;
        this.codes = codes;
    }

    /// The states that an assessment enters when a version is drafted, submitted and approved.
    private record Steps(
            @Nullable AssessmentState drafted,
            @Nullable AssessmentState underReview,
            @Nullable AssessmentState approved) {}

    private record Codes(ErrorCode notFound, ErrorCode immutable, ErrorCode reviewBlocked, ErrorCode approvalBlocked) {}

    /// The gate whose approvers decide about this kind. A scope's approval is asked of the SoA's approvers, but opens
    /// no gate.
    public Gate gate() {
        return gate;
    }

    /// Whether an approval of this kind lets an assessment through its gate.
    public boolean opensGate() {
        return this != SCOPE;
    }

    public String approvePermission() {
        return gate.permission();
    }

    public Optional<AssessmentState> drafted() {
        return Optional.ofNullable(steps.drafted());
    }

    public Optional<AssessmentState> underReview() {
        return Optional.ofNullable(steps.underReview());
    }

    public Optional<AssessmentState> approved() {
        return Optional.ofNullable(steps.approved());
    }

    public ErrorCode notFound() {
        return codes.notFound();
    }

    /// Answers an edit of a version that is no longer a draft.
    public ErrorCode immutable() {
        return codes.immutable();
    }

    public ErrorCode reviewBlocked() {
        return codes.reviewBlocked();
    }

    public ErrorCode approvalBlocked() {
        return codes.approvalBlocked();
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
