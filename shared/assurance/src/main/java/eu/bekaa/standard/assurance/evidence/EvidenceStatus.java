package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.kernel.Word;

/// What has become of a piece of evidence (contract §9).
public enum EvidenceStatus {
    CANDIDATE,
    ACCEPTED,
    REJECTED,
    INSUFFICIENT,
    CONFLICTING,
    NOT_EVIDENCED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
