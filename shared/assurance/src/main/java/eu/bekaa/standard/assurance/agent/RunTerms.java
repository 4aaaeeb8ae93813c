package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;

/// What an agent may be asked to do, by whom, and where.
@Singleton
class RunTerms {
    private final Assessments assessments;
    private final Catalog catalog;

    RunTerms(Assessments assessments, Catalog catalog) {
        this.assessments = assessments;
        this.catalog = catalog;
    }

    /// The assessment that a run is asked for on, if it may be.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `FRAMEWORK_NOT_FOUND`; `FORBIDDEN` or `VALIDATION_ERROR` for a draft
    ///         that the caller or the agent may not make; `CONFLICT` for another context than the assessment's
    Assessment settle(Caller caller, Agent agent, RunOptions options, NewAgentRun wanted) {
        requireDrafter(caller, agent, options);
        var assessment = assessments.find(caller, wanted.assessmentId());
        requireContext(caller, assessment, wanted);
        return assessment;
    }

    /// Who lets an agent draft must be allowed to draft.
    private static void requireDrafter(Caller caller, Agent agent, RunOptions options) {
        if (!options.createDraft()) {
            return;
        }
        var kind =
                agent.drafts().orElseThrow(() -> Refusal.invalid("input.create_draft", agent + " drafts no artifact."));
        caller.require(Drafting.permission(kind));
    }

    private void requireContext(Caller caller, Assessment assessment, NewAgentRun wanted) {
        if (assessment.state().isClosed()) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is " + assessment.state() + ".");
        }
        if (wanted.scfVersionId() != null && !wanted.scfVersionId().equals(assessment.scfVersionId())) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment is made against another SCF version (STD-17).");
        }
        var framework = wanted.frameworkId();
        if (framework == null) {
            return;
        }
        catalog.framework(caller, framework);
        if (assessment.frameworkId() != null && !assessment.frameworkId().equals(framework)) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment's framework is another one.");
        }
        if (!catalog.maps(caller, assessment.scfVersionId(), framework)) {
            throw new Refusal(ErrorCode.CONFLICT, "The assessment's SCF version does not map this framework.");
        }
    }
}
