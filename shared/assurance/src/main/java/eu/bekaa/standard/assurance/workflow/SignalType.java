package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.kernel.Word;
import java.util.Optional;

/// What a lifecycle run can be told (contract §15).
public enum SignalType {
    DOCUMENTS_UPLOADED,
    DOCUMENTS_INGESTED,
    KB_INDEXED,
    SCF_PRE_ANALYSIS_COMPLETED,
    FRAMEWORK_SELECTED,
    SCOPE_APPROVED,
    SOA_APPROVED,
    GAP_ANALYSIS_APPROVED,
    MATURITY_APPROVED,
    POAM_APPROVED,
    REPORT_APPROVED,
    ASSESSMENT_BLOCKED,
    ASSESSMENT_CANCELLED,
    ASSESSMENT_RESUMED;

    /// The artifact whose approval the signal speaks of; empty for a signal that speaks of none.
    Optional<ArtifactKind> approved() {
        return switch (this) {
            case SCOPE_APPROVED -> Optional.of(ArtifactKind.SCOPE);
            case SOA_APPROVED -> Optional.of(ArtifactKind.SOA);
            case GAP_ANALYSIS_APPROVED -> Optional.of(ArtifactKind.GAP_ANALYSIS);
            case MATURITY_APPROVED -> Optional.of(ArtifactKind.MATURITY_ASSESSMENT);
            case POAM_APPROVED -> Optional.of(ArtifactKind.POAM);
            case REPORT_APPROVED -> Optional.of(ArtifactKind.REPORT);
            case DOCUMENTS_UPLOADED,
                    DOCUMENTS_INGESTED,
                    KB_INDEXED,
                    SCF_PRE_ANALYSIS_COMPLETED,
                    FRAMEWORK_SELECTED,
                    ASSESSMENT_BLOCKED,
                    ASSESSMENT_CANCELLED,
                    ASSESSMENT_RESUMED -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
