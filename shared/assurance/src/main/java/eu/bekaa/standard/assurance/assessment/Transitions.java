package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.Readiness;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves that somebody asks for, and what can be asked for.
@Singleton
public class Transitions {
    private static final String FRAMEWORK = "framework_id";

    private final Assessments assessments;
    private final Prerequisites prerequisites;
    private final Mover mover;
    private final PreAnalyst preAnalyst;
    private final Documents documents;
    private final Catalog catalog;

    Transitions(
            Assessments assessments,
            Prerequisites prerequisites,
            Mover mover,
            PreAnalyst preAnalyst,
            Documents documents,
            Catalog catalog) {
        this.assessments = assessments;
        this.prerequisites = prerequisites;
        this.mover = mover;
        this.preAnalyst = preAnalyst;
        this.documents = documents;
        this.catalog = catalog;
    }

    /// Makes a move. The one to `scf_pre_analysis_ready` makes the pre-analysis, the one to
    /// `framework_selected` selects.
    /// @throws Refusal `INVALID_STATE_TRANSITION` for a move that the table does not list or whose
    ///         prerequisites, listed, do not hold (STD-30, STD-31); `APPROVAL_REQUIRED` or `CONFLICT` before a
    ///         gate that stays shut (STD-32)
    @Transactional
    public Transitioned transition(Caller caller, UUID id, TransitionRequest request) {
        var assessment = assessments.locked(caller, id);
        var target = request.nextState();
        var type = Lifecycle.event(assessment.state(), assessment.heldState(), target)
                .orElseThrow(() -> unlisted(assessment, target));
        var metadata = MoveMetadata.of(request.metadata());
        var framework = assessment.frameworkId();
        if (type != LifecycleEventType.ASSESSMENT_RESUMED) {
            if (target == AssessmentState.FRAMEWORK_SELECTED) {
                framework = MoveMetadata.id(metadata, FRAMEWORK);
            }
            requirePassage(caller, assessment, target, request.approvalEventId(), framework);
            if (target == AssessmentState.SCF_PRE_ANALYSIS_READY) {
                metadata = analysed(metadata, preAnalyst.run(caller, assessment));
            }
        }
        if (request.approvalEventId() != null) {
            metadata = MoveMetadata.with(
                    metadata, "approval_event_id", request.approvalEventId().toString());
        }
        return Transitioned.by(mover.move(caller, assessment, target, type, request.reason(), metadata, framework));
    }

    /// Where the assessment can go from here, and what still stands in the way.
    @ReadOnly
    public AvailableTransitions available(Caller caller, UUID id) {
        var assessment = assessments.find(caller, id);
        // what the move itself brings along is not missing before it
        var known = known(documents.readiness(caller, id));
        known.add(Prerequisite.FRAMEWORK_SELECTED);
        known.add(Prerequisite.FRAMEWORK_IN_SCF_VERSION);
        var targets = new ArrayList<AvailableTransitions.Target>();
        Lifecycle.next(assessment.state(), assessment.heldState()).forEach((target, type) -> {
            var resumed = type == LifecycleEventType.ASSESSMENT_RESUMED;
            targets.add(new AvailableTransitions.Target(
                    target,
                    type,
                    resumed ? null : target.gate().orElse(null),
                    resumed ? List.of() : List.copyOf(prerequisites.missing(caller, assessment, target, known))));
        });
        return new AvailableTransitions(id, assessment.state(), targets);
    }

    @ReadOnly
    public AssessmentStanding standing(Caller caller, UUID id) {
        var assessment = assessments.find(caller, id);
        var ready = documents.readiness(caller, id);
        return new AssessmentStanding(
                id,
                assessment.state(),
                assessment.heldState(),
                assessment.frameworkId(),
                new AssessmentStanding.DocumentCounts(
                        assessment.announcedDocuments(),
                        ready.documents(),
                        ready.embedded(),
                        ready.failed(),
                        ready.unfinishedJobs()),
                preAnalyst.find(caller, id).orElse(null),
                assessment.updatedAt());
    }

    private void requirePassage(
            Caller caller,
            Assessment assessment,
            AssessmentState target,
            @Nullable UUID approvalId,
            @Nullable UUID framework) {
        prerequisites.shutGate(caller, assessment, target, approvalId).ifPresent(refusal -> {
            throw refusal;
        });
        if (target.prerequisites().isEmpty()) {
            return;
        }
        var known = known(documents.readiness(caller, assessment.assessmentId()));
        if (framework != null) {
            known.add(Prerequisite.FRAMEWORK_SELECTED);
            if (catalog.maps(caller, assessment.scfVersionId(), framework)) {
                known.add(Prerequisite.FRAMEWORK_IN_SCF_VERSION);
            }
        }
        var missing = prerequisites.missing(caller, assessment, target, known);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE_TRANSITION,
                    "The assessment is not ready for " + target + ".",
                    missing.stream().map(Prerequisite::toString).toList());
        }
    }

    /// What the documents prove, and the pre-analysis, which its move makes.
    private static Set<Prerequisite> known(Readiness ready) {
        var known = EnumSet.of(Prerequisite.SCF_PRE_ANALYSIS_REGISTERED);
        if (ready.documents() > 0) {
            known.add(Prerequisite.DOCUMENT_UPLOADED);
        }
        if (ready.unfinishedJobs() == 0) {
            known.add(Prerequisite.INGESTION_FINISHED);
        }
        return known;
    }

    private static Map<String, Object> analysed(Map<String, Object> metadata, PreAnalysis analysis) {
        var all = new LinkedHashMap<>(metadata);
        all.put("domains", analysis.domains().size());
        all.put("controls", analysis.controlCount());
        all.put("controls_with_candidate_evidence", analysis.candidateControlCount());
        return all;
    }

    private static Refusal unlisted(Assessment assessment, AssessmentState target) {
        return new Refusal(
                ErrorCode.INVALID_STATE_TRANSITION,
                "An assessment does not go from " + assessment.state() + " to " + target + ".");
    }
}
