package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Word;

/// Something that must hold before a state can be entered. Its word is the label that a refusal lists (STD-31).
public enum Prerequisite {
    DOCUMENT_UPLOADED,
    INGESTION_FINISHED,
    SCF_PRE_ANALYSIS_REGISTERED,
    FRAMEWORK_SELECTED,
    FRAMEWORK_IN_SCF_VERSION,
    SCOPE_DRAFT_EXISTS,
    SOA_DRAFT_EXISTS,
    SOA_VERSION_EXISTS,
    SOA_APPROVED,
    GAP_ANALYSIS_DRAFT_EXISTS,
    GAP_ANALYSIS_APPROVED,
    MATURITY_VERSION_EXISTS,
    MATURITY_APPROVED,
    POAM_DRAFT_EXISTS,
    POAM_APPROVED,
    REPORT_ACCEPTED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
