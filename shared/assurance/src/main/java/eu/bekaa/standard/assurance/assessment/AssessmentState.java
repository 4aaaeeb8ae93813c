package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Word;
import java.util.Optional;
import java.util.Set;

/// Where an assessment stands. [Lifecycle] says what may follow.
public enum AssessmentState {
    DRAFT,
    DOCUMENTS_UPLOADED,
    DOCUMENTS_INGESTED,
    SCF_PRE_ANALYSIS_READY,
    FRAMEWORK_SELECTED,
    SCOPE_DRAFTED,
    SOA_DRAFTED,
    SOA_UNDER_REVIEW,
    SOA_APPROVED,
    SOA_INGESTED,
    EVIDENCE_ANALYSIS_READY,
    GAP_ANALYSIS_DRAFTED,
    GAP_ANALYSIS_UNDER_REVIEW,
    GAP_ANALYSIS_APPROVED,
    MATURITY_ASSESSED,
    MATURITY_UNDER_REVIEW,
    MATURITY_APPROVED,
    POAM_DRAFTED,
    POAM_UNDER_REVIEW,
    POAM_APPROVED,
    REPORT_GENERATED,
    CLOSED,
    ARCHIVED,
    FAILED,
    CANCELLED,
    BLOCKED;

    /// Nothing follows a terminal state (STD-30).
    public boolean isTerminal() {
        return this == ARCHIVED || this == CANCELLED;
    }

    /// Whether work on the assessment has ended, so that nothing in it changes any more.
    public boolean isClosed() {
        return this == CLOSED || isTerminal();
    }

    /// An interruption, left for the state that was held before it.
    public boolean isInterruption() {
        return this == FAILED || this == BLOCKED;
    }

    /// What must hold before this state is entered (STD-31).
    public Set<Prerequisite> prerequisites() {
        return switch (this) {
            case DOCUMENTS_UPLOADED -> Set.of(Prerequisite.DOCUMENT_UPLOADED);
            case DOCUMENTS_INGESTED -> Set.of(Prerequisite.INGESTION_FINISHED);
            case SCF_PRE_ANALYSIS_READY -> Set.of(Prerequisite.SCF_PRE_ANALYSIS_REGISTERED);
            case FRAMEWORK_SELECTED -> Set.of(Prerequisite.FRAMEWORK_SELECTED, Prerequisite.FRAMEWORK_IN_SCF_VERSION);
            case SCOPE_DRAFTED -> Set.of(Prerequisite.SCOPE_DRAFT_EXISTS);
            case SOA_DRAFTED -> Set.of(Prerequisite.SOA_DRAFT_EXISTS);
            case SOA_UNDER_REVIEW -> Set.of(Prerequisite.SOA_VERSION_EXISTS);
            // only soa_ingested leads to evidence_analysis_ready, so that "SoA ingested" holds by the state itself
            case SOA_INGESTED, EVIDENCE_ANALYSIS_READY -> Set.of(Prerequisite.SOA_APPROVED);
            case GAP_ANALYSIS_DRAFTED -> Set.of(Prerequisite.SOA_APPROVED, Prerequisite.GAP_ANALYSIS_DRAFT_EXISTS);
            case MATURITY_ASSESSED -> Set.of(Prerequisite.GAP_ANALYSIS_APPROVED, Prerequisite.MATURITY_VERSION_EXISTS);
            case POAM_DRAFTED -> Set.of(Prerequisite.GAP_ANALYSIS_APPROVED, Prerequisite.POAM_DRAFT_EXISTS);
            case REPORT_GENERATED ->
                Set.of(
                        Prerequisite.SOA_APPROVED,
                        Prerequisite.GAP_ANALYSIS_APPROVED,
                        Prerequisite.MATURITY_APPROVED,
                        Prerequisite.POAM_APPROVED);
            case CLOSED -> Set.of(Prerequisite.REPORT_ACCEPTED);
            case DRAFT,
                    SOA_APPROVED,
                    GAP_ANALYSIS_UNDER_REVIEW,
                    GAP_ANALYSIS_APPROVED,
                    MATURITY_UNDER_REVIEW,
                    MATURITY_APPROVED,
                    POAM_UNDER_REVIEW,
                    POAM_APPROVED,
                    ARCHIVED,
                    FAILED,
                    CANCELLED,
                    BLOCKED -> Set.of();
        };
    }

    /// The gate that has to be opened before this state is entered (STD-32).
    public Optional<Gate> gate() {
        return switch (this) {
            case SOA_APPROVED -> Optional.of(Gate.SOA);
            case GAP_ANALYSIS_APPROVED -> Optional.of(Gate.GAP_ANALYSIS);
            case MATURITY_APPROVED -> Optional.of(Gate.MATURITY_ASSESSMENT);
            case POAM_APPROVED -> Optional.of(Gate.POAM);
            case CLOSED -> Optional.of(Gate.REPORT);
            case DRAFT,
                    DOCUMENTS_UPLOADED,
                    DOCUMENTS_INGESTED,
                    SCF_PRE_ANALYSIS_READY,
                    FRAMEWORK_SELECTED,
                    SCOPE_DRAFTED,
                    SOA_DRAFTED,
                    SOA_UNDER_REVIEW,
                    SOA_INGESTED,
                    EVIDENCE_ANALYSIS_READY,
                    GAP_ANALYSIS_DRAFTED,
                    GAP_ANALYSIS_UNDER_REVIEW,
                    MATURITY_ASSESSED,
                    MATURITY_UNDER_REVIEW,
                    POAM_DRAFTED,
                    POAM_UNDER_REVIEW,
                    REPORT_GENERATED,
                    ARCHIVED,
                    FAILED,
                    CANCELLED,
                    BLOCKED -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
