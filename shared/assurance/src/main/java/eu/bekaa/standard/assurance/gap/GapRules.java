package eu.bekaa.standard.assurance.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// When a gap analysis may be submitted for review (STD-72).
final class GapRules {
    private GapRules() {}

    /// What stands in the way of a review, one sentence each; an exception lifts none of it.
    static List<String> blockers(List<GapFinding> findings) {
        var blockers = new ArrayList<String>();
        if (findings.isEmpty()) {
            blockers.add("The gap analysis has no findings.");
        }
        for (var finding : findings) {
            blocker(finding).ifPresent(blocker -> blockers.add(finding.gapCode() + " " + blocker));
        }
        return blockers;
    }

    /// What a reviewer should look at.
    static List<String> warnings(List<GapFinding> findings) {
        var warnings = new ArrayList<String>();
        warn(warnings, findings, GapFinding::requiresUserValidation, "to be validated by a user");
        warn(warnings, findings, finding -> finding.confidenceScore() < 0.5, "with a confidence below 0.5");
        warn(warnings, findings, finding -> finding.scfControlId() == null, "without an official SCF mapping");
        return warnings;
    }

    private static Optional<String> blocker(GapFinding finding) {
        return switch (finding.assessmentStatus()) {
            case NOT_MET -> when(blank(finding.gapRationale()), "is not met, without a rationale.");
            case NOT_EVIDENCED ->
                when(finding.gapType() != GapType.EVIDENCE_GAP, "is not evidenced, yet no evidence_gap.");
            case MET -> met(finding);
            case PARTIALLY_MET, REQUIRES_VALIDATION, NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED ->
                Optional.empty();
        };
    }

    private static Optional<String> met(GapFinding finding) {
        if (finding.scfControlId() == null) {
            return Optional.of("is met, without an official SCF control.");
        }
        return when(
                finding.evidenceFindingId() == null || blank(finding.gapRationale()),
                "is met, without both a link to its evidence and a rationale.");
    }

    private static Optional<String> when(boolean holds, String blocker) {
        return holds ? Optional.of(blocker) : Optional.empty();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void warn(
            List<String> warnings, List<GapFinding> findings, Predicate<GapFinding> which, String what) {
        var count = findings.stream().filter(which).count();
        if (count > 0) {
            warnings.add("%d of %d findings %s.".formatted(count, findings.size(), what));
        }
    }
}
