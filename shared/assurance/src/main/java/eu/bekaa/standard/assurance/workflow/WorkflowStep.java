package eu.bekaa.standard.assurance.workflow;

import static eu.bekaa.standard.assurance.assessment.AssessmentState.CLOSED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.DOCUMENTS_INGESTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.DOCUMENTS_UPLOADED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.DRAFT;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.EVIDENCE_ANALYSIS_READY;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.FRAMEWORK_SELECTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.GAP_ANALYSIS_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.GAP_ANALYSIS_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.MATURITY_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.MATURITY_ASSESSED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.POAM_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.POAM_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.REPORT_GENERATED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SCF_PRE_ANALYSIS_READY;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SCOPE_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_APPROVED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_DRAFTED;
import static eu.bekaa.standard.assurance.assessment.AssessmentState.SOA_INGESTED;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Gate;
import eu.bekaa.standard.kernel.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a lifecycle run does, in order (contract §15). A step is behind it once the assessment has reached the state
/// that the step leads to, whoever took it there.
public enum WorkflowStep {
    VALIDATE_ASSESSMENT(DRAFT),
    WAIT_FOR_DOCUMENTS(DOCUMENTS_UPLOADED),
    INGEST_DOCUMENTS(DOCUMENTS_INGESTED),
    INDEX_KB(SCF_PRE_ANALYSIS_READY),
    RUN_SCF_PRE_ANALYSIS(SCF_PRE_ANALYSIS_READY),
    WAIT_FOR_FRAMEWORK_SELECTION(FRAMEWORK_SELECTED),
    CREATE_SCOPE(SCOPE_DRAFTED),
    CREATE_SOA_DRAFT(SOA_DRAFTED),
    WAIT_FOR_SOA_APPROVAL(SOA_APPROVED, Gate.SOA),
    INGEST_SOA(SOA_INGESTED),
    RUN_EVIDENCE_ANALYSIS(EVIDENCE_ANALYSIS_READY),
    CREATE_GAP_ANALYSIS(GAP_ANALYSIS_DRAFTED),
    WAIT_FOR_GAP_APPROVAL(GAP_ANALYSIS_APPROVED, Gate.GAP_ANALYSIS),
    CREATE_MATURITY_ASSESSMENT(MATURITY_ASSESSED),
    WAIT_FOR_MATURITY_APPROVAL(MATURITY_APPROVED, Gate.MATURITY_ASSESSMENT),
    CREATE_POAM(POAM_DRAFTED),
    WAIT_FOR_POAM_APPROVAL(POAM_APPROVED, Gate.POAM),
    CREATE_REPORT(REPORT_GENERATED),
    WAIT_FOR_REPORT_APPROVAL(CLOSED, Gate.REPORT),
    CLOSE_ASSESSMENT(CLOSED);

    private final AssessmentState leadsTo;
    private final @Nullable Gate gate;

    WorkflowStep(AssessmentState leadsTo) {
        this(leadsTo, null);
    }

    WorkflowStep(AssessmentState leadsTo, @Nullable Gate gate) {
        this.leadsTo = leadsTo;
        this.gate = gate;
    }

    /// Whether an assessment in that state has this step behind it. The states of the chain stand in its order.
    boolean isBehind(AssessmentState state) {
        return state.compareTo(leadsTo) >= 0;
    }

    /// The state of the assessment that the step leads to.
    AssessmentState target() {
        return leadsTo;
    }

    /// The gate whose decision the step waits for.
    Optional<Gate> gate() {
        return Optional.ofNullable(gate);
    }

    /// The step after this one; empty after the last.
    Optional<WorkflowStep> next() {
        return this == CLOSE_ASSESSMENT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
