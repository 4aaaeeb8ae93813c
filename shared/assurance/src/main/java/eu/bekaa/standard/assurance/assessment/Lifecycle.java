package eu.bekaa.standard.assurance.assessment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which states may follow which, and what such a move is called (contract §5, STD-30).
public final class Lifecycle {
    private Lifecycle() {}

    /// Every state that may follow, with the event that leads there.
    /// @param held the state that an interruption interrupted; null in any other state
    public static Map<AssessmentState, LifecycleEventType> next(AssessmentState from, @Nullable AssessmentState held) {
        var next = new EnumMap<AssessmentState, LifecycleEventType>(AssessmentState.class);
        if (from.isTerminal()) {
            return next;
        }
        next.putAll(chain(from));
        next.put(AssessmentState.FAILED, LifecycleEventType.ASSESSMENT_FAILED);
        next.put(AssessmentState.CANCELLED, LifecycleEventType.ASSESSMENT_CANCELLED);
        next.put(AssessmentState.BLOCKED, LifecycleEventType.ASSESSMENT_BLOCKED);
        if (from.isInterruption() && held != null) {
            next.put(held, LifecycleEventType.ASSESSMENT_RESUMED);
        }
        next.remove(from);
        return next;
    }

    /// The event of one move, if it is allowed.
    public static Optional<LifecycleEventType> event(
            AssessmentState from, @Nullable AssessmentState held, AssessmentState to) {
        return Optional.ofNullable(next(from, held).get(to));
    }

    private static Map<AssessmentState, LifecycleEventType> chain(AssessmentState from) {
        return switch (from) {
            case DRAFT -> Map.of(AssessmentState.DOCUMENTS_UPLOADED, LifecycleEventType.DOCUMENT_UPLOADED);
            case DOCUMENTS_UPLOADED ->
                Map.of(AssessmentState.DOCUMENTS_INGESTED, LifecycleEventType.DOCUMENTS_INGESTED);
            case DOCUMENTS_INGESTED ->
                Map.of(AssessmentState.SCF_PRE_ANALYSIS_READY, LifecycleEventType.SCF_PRE_ANALYSIS_COMPLETED);
            case SCF_PRE_ANALYSIS_READY ->
                Map.of(AssessmentState.FRAMEWORK_SELECTED, LifecycleEventType.FRAMEWORK_SELECTED);
            case FRAMEWORK_SELECTED -> Map.of(AssessmentState.SCOPE_DRAFTED, LifecycleEventType.SCOPE_DRAFTED);
            case SCOPE_DRAFTED -> Map.of(AssessmentState.SOA_DRAFTED, LifecycleEventType.SOA_DRAFTED);
            case SOA_DRAFTED -> Map.of(AssessmentState.SOA_UNDER_REVIEW, LifecycleEventType.SOA_SUBMITTED_FOR_REVIEW);
            case SOA_UNDER_REVIEW ->
                Map.of(
                        AssessmentState.SOA_APPROVED, LifecycleEventType.SOA_APPROVED,
                        AssessmentState.SOA_DRAFTED, LifecycleEventType.SOA_REJECTED);
            case SOA_APPROVED -> Map.of(AssessmentState.SOA_INGESTED, LifecycleEventType.SOA_INGESTED);
            case SOA_INGESTED ->
                Map.of(AssessmentState.EVIDENCE_ANALYSIS_READY, LifecycleEventType.EVIDENCE_ANALYSIS_COMPLETED);
            case EVIDENCE_ANALYSIS_READY ->
                Map.of(AssessmentState.GAP_ANALYSIS_DRAFTED, LifecycleEventType.GAP_ANALYSIS_DRAFTED);
            case GAP_ANALYSIS_DRAFTED ->
                Map.of(AssessmentState.GAP_ANALYSIS_UNDER_REVIEW, LifecycleEventType.GAP_ANALYSIS_SUBMITTED_FOR_REVIEW);
            case GAP_ANALYSIS_UNDER_REVIEW ->
                Map.of(
                        AssessmentState.GAP_ANALYSIS_APPROVED, LifecycleEventType.GAP_ANALYSIS_APPROVED,
                        AssessmentState.GAP_ANALYSIS_DRAFTED, LifecycleEventType.GAP_ANALYSIS_REJECTED);
            case GAP_ANALYSIS_APPROVED ->
                Map.of(
                        AssessmentState.MATURITY_ASSESSED, LifecycleEventType.MATURITY_ASSESSED,
                        AssessmentState.POAM_DRAFTED, LifecycleEventType.POAM_DRAFTED);
            case MATURITY_ASSESSED ->
                Map.of(AssessmentState.MATURITY_UNDER_REVIEW, LifecycleEventType.MATURITY_SUBMITTED_FOR_REVIEW);
            case MATURITY_UNDER_REVIEW ->
                Map.of(
                        AssessmentState.MATURITY_APPROVED, LifecycleEventType.MATURITY_APPROVED,
                        AssessmentState.MATURITY_ASSESSED, LifecycleEventType.MATURITY_REJECTED);
            case MATURITY_APPROVED -> Map.of(AssessmentState.POAM_DRAFTED, LifecycleEventType.POAM_DRAFTED);
            case POAM_DRAFTED ->
                Map.of(AssessmentState.POAM_UNDER_REVIEW, LifecycleEventType.POAM_SUBMITTED_FOR_REVIEW);
            case POAM_UNDER_REVIEW ->
                Map.of(
                        AssessmentState.POAM_APPROVED, LifecycleEventType.POAM_APPROVED,
                        AssessmentState.POAM_DRAFTED, LifecycleEventType.POAM_REJECTED);
            case POAM_APPROVED -> Map.of(AssessmentState.REPORT_GENERATED, LifecycleEventType.REPORT_GENERATED);
            case REPORT_GENERATED -> Map.of(AssessmentState.CLOSED, LifecycleEventType.ASSESSMENT_CLOSED);
            case CLOSED -> Map.of(AssessmentState.ARCHIVED, LifecycleEventType.ASSESSMENT_CLOSED);
            case ARCHIVED, FAILED, CANCELLED, BLOCKED -> Map.of();
        };
    }
}
