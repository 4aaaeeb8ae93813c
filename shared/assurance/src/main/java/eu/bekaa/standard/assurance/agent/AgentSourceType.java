package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Word;

/// What a source is.
public enum AgentSourceType {
    ASSESSMENT,
    DOCUMENT,
    DOCUMENT_CHUNK,
    EVIDENCE_FINDING,
    ARTIFACT_VERSION,
    SCF_VERSION,
    SCF_FRAMEWORK,
    SCF_REQUIREMENT,
    SCF_CONTROL,
    SCF_MAPPING;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
