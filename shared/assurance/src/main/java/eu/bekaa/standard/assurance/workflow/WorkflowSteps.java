package eu.bekaa.standard.assurance.workflow;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.TransitionRequest;
import eu.bekaa.standard.assurance.assessment.Transitions;
import eu.bekaa.standard.assurance.evidence.EvidenceAnalysis;
import eu.bekaa.standard.assurance.gap.GapDrafts;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.poam.PoamDrafts;
import eu.bekaa.standard.assurance.report.ReportRequest;
import eu.bekaa.standard.assurance.report.ReportService;
import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.scope.ScopeFields;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.assurance.soa.SoaService;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.Documents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes one step of a run by the services that people use: whatever is refused to them is refused here (STD-133).
@Singleton
final class WorkflowSteps {
    /// Passages at most per SoA item, as a person gets them who does not say otherwise.
    private static final int TOP = 3;

    private final Assessments assessments;
    private final Transitions transitions;
    private final Documents documents;
    private final Reviews reviews;
    private final ScopeService scopes;
    private final SoaDrafts soaDrafts;
    private final SoaService soa;
    private final EvidenceAnalysis evidence;
    private final GapDrafts gaps;
    private final MaturityService maturity;
    private final PoamDrafts poam;
    private final ReportService reports;

    WorkflowSteps(
            Assessments assessments,
            Transitions transitions,
            Documents documents,
            Reviews reviews,
            ScopeService scopes,
            SoaDrafts soaDrafts,
            SoaService soa,
            EvidenceAnalysis evidence,
            GapDrafts gaps,
            MaturityService maturity,
            PoamDrafts poam,
            ReportService reports) {
        this.assessments = assessments;
        this.transitions = transitions;
        this.documents = documents;
        this.reviews = reviews;
        this.scopes = scopes;
        this.soaDrafts = soaDrafts;
        this.soa = soa;
        this.evidence = evidence;
        this.gaps = gaps;
        this.maturity = maturity;
        this.poam = poam;
        this.reports = reports;
    }

    /// Takes the run's current step within the open transaction.
    /// @return what the run is now: on its way to the next step, or waiting
    /// @throws Refusal where the step cannot be taken as things are
    WorkflowStatus take(Caller caller, WorkflowRun run, Assessment assessment) {
        var id = run.assessmentId();
        return switch (run.currentStep()) {
            case VALIDATE_ASSESSMENT -> WorkflowStatus.RUNNING;
            case WAIT_FOR_DOCUMENTS, INGEST_DOCUMENTS -> WorkflowStatus.WAITING_FOR_INPUT;
            case INDEX_KB -> goOn(documents.readiness(caller, id).unfinishedJobs() == 0);
            case RUN_SCF_PRE_ANALYSIS ->
                moved(caller, run, AssessmentState.SCF_PRE_ANALYSIS_READY, null, "The documents are indexed.");
            case WAIT_FOR_FRAMEWORK_SELECTION ->
                run.frameworkId() == null
                        ? WorkflowStatus.WAITING_FOR_INPUT
                        : moved(caller, run, AssessmentState.FRAMEWORK_SELECTED, null, "Chosen by a person.");
            case CREATE_SCOPE ->
                drafted(caller, run, ArtifactKind.SCOPE, () -> scopes.save(caller, id, scope(run, assessment)));
            case CREATE_SOA_DRAFT -> drafted(caller, run, ArtifactKind.SOA, () -> draftSoa(caller, assessment));
            case WAIT_FOR_SOA_APPROVAL, WAIT_FOR_GAP_APPROVAL, WAIT_FOR_MATURITY_APPROVAL, WAIT_FOR_POAM_APPROVAL ->
                WorkflowStatus.WAITING_FOR_APPROVAL;
            case INGEST_SOA -> done(() -> soa.markIngested(caller, approved(caller, id, ArtifactKind.SOA)));
            case RUN_EVIDENCE_ANALYSIS -> done(() -> evidence.run(caller, id, approved(caller, id, ArtifactKind.SOA)));
            case CREATE_GAP_ANALYSIS ->
                drafted(
                        caller,
                        run,
                        ArtifactKind.GAP_ANALYSIS,
                        () -> gaps.draft(caller, id, approved(caller, id, ArtifactKind.SOA)));
            case CREATE_MATURITY_ASSESSMENT ->
                drafted(caller, run, ArtifactKind.MATURITY_ASSESSMENT, () -> maturity.draft(caller, id, null));
            case CREATE_POAM ->
                drafted(
                        caller,
                        run,
                        ArtifactKind.POAM,
                        () -> poam.draft(caller, id, new PoamDrafts.Request(null, null, false)));
            case CREATE_REPORT ->
                drafted(
                        caller,
                        run,
                        ArtifactKind.REPORT,
                        () -> reports.generate(caller, id, ReportRequest.of(ReportType.FULL_ASSESSMENT_REPORT)));
            case WAIT_FOR_REPORT_APPROVAL ->
                report(caller, id).isPresent() ? WorkflowStatus.RUNNING : WorkflowStatus.WAITING_FOR_APPROVAL;
            case CLOSE_ASSESSMENT ->
                moved(caller, run, AssessmentState.CLOSED, decision(caller, id), "The report is accepted.");
        };
    }

    private static WorkflowStatus goOn(boolean ready) {
        return ready ? WorkflowStatus.RUNNING : WorkflowStatus.WAITING_FOR_INPUT;
    }

    private static WorkflowStatus done(Runnable work) {
        work.run();
        return WorkflowStatus.RUNNING;
    }

    private WorkflowStatus moved(
            Caller caller, WorkflowRun run, AssessmentState target, @Nullable UUID approval, String reason) {
        Map<String, @Nullable Object> facts = target == AssessmentState.FRAMEWORK_SELECTED
                ? Map.of("framework_id", String.valueOf(run.frameworkId()))
                : Map.of();
        transitions.transition(caller, run.assessmentId(), new TransitionRequest(target, reason, approval, facts));
        return WorkflowStatus.RUNNING;
    }

    /// Drafts, unless people already have a version that is not rejected; a draft made here tells by which run and
    /// under which key (STD-133).
    private WorkflowStatus drafted(Caller caller, WorkflowRun run, ArtifactKind kind, Runnable drafting) {
        var before = newest(caller, run, kind);
        if (before == null || before instanceof Version.Rejected) {
            drafting.run();
            if (newest(caller, run, kind) instanceof Version.Draft draft) {
                reviews.annotate(
                        caller,
                        draft,
                        Map.of(
                                "workflow_run_id",
                                run.workflowRunId().toString(),
                                "workflow_key",
                                run.idempotencyKey() + "/" + run.currentStep()));
            }
        } else {
            assessments.drive(caller, run.assessmentId(), run.currentStep().target(), "The version at hand is used.");
        }
        return WorkflowStatus.RUNNING;
    }

    private @Nullable Version newest(Caller caller, WorkflowRun run, ArtifactKind kind) {
        var versions = reviews.list(caller, run.assessmentId(), kind);
        return versions.isEmpty() ? null : versions.getLast();
    }

    private void draftSoa(Caller caller, Assessment assessment) {
        var framework = Objects.requireNonNull(assessment.frameworkId(), "framework_selected holds a framework");
        var basis = new SoaDrafts.Basis(framework, assessment.scfVersionId(), null);
        var draft = soaDrafts.draft(caller, assessment.assessmentId(), basis);
        evidence.propose(caller, draft.soaVersionId(), TOP);
    }

    private UUID approved(Caller caller, UUID assessment, ArtifactKind kind) {
        return reviews.approved(caller, assessment, kind)
                .orElseThrow(() -> new Refusal(ErrorCode.APPROVAL_REQUIRED, "No " + kind + " version is approved."))
                .header()
                .id();
    }

    private UUID decision(Caller caller, UUID assessment) {
        return report(caller, assessment)
                .orElseThrow(() -> new Refusal(ErrorCode.APPROVAL_REQUIRED, "No full report is approved."))
                .approvalId();
    }

    /// The approved full report, which alone closes an assessment (STD-103).
    private Optional<Version.Approved> report(Caller caller, UUID assessment) {
        return reviews.approvedReport(caller, assessment, ReportType.FULL_ASSESSMENT_REPORT.toString());
    }

    /// The scope that the run was given, else a bare one that says what it is.
    private static ScopeFields scope(WorkflowRun run, Assessment assessment) {
        var given = run.options().scope();
        return given != null
                ? given
                : new ScopeFields(
                        assessment.name(),
                        "Drafted by the workflow from the assessment's name alone; to be completed by people.",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("Everything that the documents describe is within the scope."),
                        null);
    }
}
