package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Word;

/// What moved an assessment from one state to another.
public enum LifecycleEventType {
    DOCUMENT_UPLOADED,
    DOCUMENTS_INGESTED,
    SCF_PRE_ANALYSIS_COMPLETED,
    FRAMEWORK_SELECTED,
    SCOPE_DRAFTED,
    SOA_DRAFTED,
    SOA_SUBMITTED_FOR_REVIEW,
    SOA_APPROVED,
    SOA_REJECTED,
    SOA_INGESTED,
    EVIDENCE_ANALYSIS_COMPLETED,
    GAP_ANALYSIS_DRAFTED,
    GAP_ANALYSIS_SUBMITTED_FOR_REVIEW,
    GAP_ANALYSIS_APPROVED,
    GAP_ANALYSIS_REJECTED,
    MATURITY_ASSESSED,
    MATURITY_SUBMITTED_FOR_REVIEW,
    MATURITY_APPROVED,
    MATURITY_REJECTED,
    POAM_DRAFTED,
    POAM_SUBMITTED_FOR_REVIEW,
    POAM_APPROVED,
    POAM_REJECTED,
    REPORT_GENERATED,
    ASSESSMENT_CLOSED,
    ASSESSMENT_FAILED,
    ASSESSMENT_CANCELLED,
    ASSESSMENT_BLOCKED,
    ASSESSMENT_RESUMED;

    /// Whether work leads there by itself. A rejection is a decision, and an interruption and its end are asked for.
    boolean followsFromWork() {
        return switch (this) {
            case SOA_REJECTED, GAP_ANALYSIS_REJECTED, MATURITY_REJECTED, POAM_REJECTED -> false;
            case ASSESSMENT_FAILED, ASSESSMENT_CANCELLED, ASSESSMENT_BLOCKED, ASSESSMENT_RESUMED -> false;
            case DOCUMENT_UPLOADED, DOCUMENTS_INGESTED, SCF_PRE_ANALYSIS_COMPLETED, FRAMEWORK_SELECTED -> true;
            case SCOPE_DRAFTED, SOA_DRAFTED, SOA_SUBMITTED_FOR_REVIEW, SOA_APPROVED, SOA_INGESTED -> true;
            case EVIDENCE_ANALYSIS_COMPLETED, GAP_ANALYSIS_DRAFTED -> true;
            case GAP_ANALYSIS_SUBMITTED_FOR_REVIEW, GAP_ANALYSIS_APPROVED -> true;
            case MATURITY_ASSESSED, MATURITY_SUBMITTED_FOR_REVIEW, MATURITY_APPROVED -> true;
            case POAM_DRAFTED, POAM_SUBMITTED_FOR_REVIEW, POAM_APPROVED -> true;
            case REPORT_GENERATED, ASSESSMENT_CLOSED -> true;
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
