package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Word;
import java.util.Optional;

/// What an agent can reach for.
public enum Tool {
    ASSESSMENT_STATE_READ("Where the assessment stands, its framework and its SCF version. Takes nothing."),
    ARTIFACT_VERSION_READ(
            "The versions of the assessment's artifacts. Takes artifact_type to see one kind with its items."),
    KB_EVIDENCE_SEARCH("Passages of the assessment's documents. Takes query, and top_k from 1 to 10."),
    SCF_CONTROL_LOOKUP("A control of the pinned SCF version. Takes control_code."),
    SCF_MAPPING_LOOKUP("The official mappings of a requirement of the framework. Takes requirement_code."),
    ARTIFACT_DRAFT_CREATE("Drafts the artifact that the agent proposes. Takes artifact_type."),
    VALIDATION_RESULT_WRITE("Notes what a check found. Takes subject, valid and findings."),
    /// Held by no agent: only an identified person approves (STD-112, STD-120).
    APPROVAL_EVENT_CREATE("Records an approval.");

    private final String description;

    Tool(String description) {
        this.description = description;
    }

    /// What it gives and takes, in a sentence or two.
    public String description() {
        return description;
    }

    /// Whether using it leaves everything as it was.
    public boolean reads() {
        return switch (this) {
            case ASSESSMENT_STATE_READ,
                    ARTIFACT_VERSION_READ,
                    KB_EVIDENCE_SEARCH,
                    SCF_CONTROL_LOOKUP,
                    SCF_MAPPING_LOOKUP -> true;
            case ARTIFACT_DRAFT_CREATE, VALIDATION_RESULT_WRITE, APPROVAL_EVENT_CREATE -> false;
        };
    }

    public static Optional<Tool> parse(String word) {
        return Optional.ofNullable(Word.parse(Tool.class, word));
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
