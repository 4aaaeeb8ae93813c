package eu.bekaa.standard.assurance.agent;

import static eu.bekaa.standard.assurance.agent.Tool.ARTIFACT_DRAFT_CREATE;
import static eu.bekaa.standard.assurance.agent.Tool.ARTIFACT_VERSION_READ;
import static eu.bekaa.standard.assurance.agent.Tool.ASSESSMENT_STATE_READ;
import static eu.bekaa.standard.assurance.agent.Tool.KB_EVIDENCE_SEARCH;
import static eu.bekaa.standard.assurance.agent.Tool.SCF_CONTROL_LOOKUP;
import static eu.bekaa.standard.assurance.agent.Tool.SCF_MAPPING_LOOKUP;
import static eu.bekaa.standard.assurance.agent.Tool.VALIDATION_RESULT_WRITE;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.kernel.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The nine agents, declared once: purpose, tools, and the artifact that each may draft (contract §14). All of them
/// answer with an [AgentOutput]. The annotations tell their ids to the API's description.
public enum Agent {
    @JsonProperty("knowledge-steward")
    KNOWLEDGE_STEWARD(
            "Organizes the knowledge base and the evidence.",
            null,
            ARTIFACT_VERSION_READ,
            KB_EVIDENCE_SEARCH,
            VALIDATION_RESULT_WRITE),
    @JsonProperty("scf-control-analyst")
    SCF_CONTROL_ANALYST("Analyses controls.", null, SCF_CONTROL_LOOKUP, SCF_MAPPING_LOOKUP, ARTIFACT_VERSION_READ),
    @JsonProperty("framework-mapper")
    FRAMEWORK_MAPPER("Consults SCF mappings.", null, SCF_CONTROL_LOOKUP, SCF_MAPPING_LOOKUP, VALIDATION_RESULT_WRITE),
    @JsonProperty("scope-soa-architect")
    SCOPE_SOA_ARCHITECT(
            "Proposes scope and SoA.",
            ArtifactKind.SOA,
            ARTIFACT_VERSION_READ,
            SCF_CONTROL_LOOKUP,
            SCF_MAPPING_LOOKUP,
            ARTIFACT_DRAFT_CREATE,
            VALIDATION_RESULT_WRITE),
    @JsonProperty("evidence-analyst")
    EVIDENCE_ANALYST("Classifies evidence.", null, ARTIFACT_VERSION_READ, KB_EVIDENCE_SEARCH, VALIDATION_RESULT_WRITE),
    @JsonProperty("gap-analyst")
    GAP_ANALYST(
            "Proposes gaps.",
            ArtifactKind.GAP_ANALYSIS,
            ARTIFACT_VERSION_READ,
            KB_EVIDENCE_SEARCH,
            ARTIFACT_DRAFT_CREATE,
            VALIDATION_RESULT_WRITE),
    @JsonProperty("maturity-assessor")
    MATURITY_ASSESSOR(
            "Suggests maturity levels.",
            ArtifactKind.MATURITY_ASSESSMENT,
            ARTIFACT_VERSION_READ,
            KB_EVIDENCE_SEARCH,
            ARTIFACT_DRAFT_CREATE,
            VALIDATION_RESULT_WRITE),
    @JsonProperty("poam-planner")
    POAM_PLANNER(
            "Proposes remediation.",
            ArtifactKind.POAM,
            ARTIFACT_VERSION_READ,
            ARTIFACT_DRAFT_CREATE,
            VALIDATION_RESULT_WRITE),
    @JsonProperty("report-writer")
    REPORT_WRITER(
            "Generates reports.",
            ArtifactKind.REPORT,
            ARTIFACT_VERSION_READ,
            ARTIFACT_DRAFT_CREATE,
            VALIDATION_RESULT_WRITE);

    /// Of the deterministic engine, for all agents.
    public static final String VERSION = "1.0.0";

    /// Of what a language model is told.
    public static final String PROMPT_VERSION = "1.0.0";

    private final String purpose;
    private final @Nullable ArtifactKind drafts;
    private final Set<Tool> tools;

    Agent(String purpose, @Nullable ArtifactKind drafts, Tool... tools) {
        this.purpose = purpose;
        this.drafts = drafts;
        this.tools = Collections.unmodifiableSet(EnumSet.of(ASSESSMENT_STATE_READ, tools));
    }

    public String purpose() {
        return purpose;
    }

    /// Everything it may use; anything else is blocked (STD-120).
    public Set<Tool> tools() {
        return tools;
    }

    /// The one kind of artifact that it may draft, if any.
    public Optional<ArtifactKind> drafts() {
        return Optional.ofNullable(drafts);
    }

    public static Optional<Agent> parse(String id) {
        return Optional.ofNullable(Word.parse(Agent.class, id));
    }

    /// Its id: `gap-analyst`.
    @Override
    public String toString() {
        return Word.of(this).replace('_', '-');
    }
}
