package eu.bekaa.standard.assurance.poam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a plan may be submitted for review (STD-96).
final class PoamRules {
    private static final List<String> GENERIC = List.of("fix issue", "remediate gap", "improve control");

    private PoamRules() {}

    /// What stands in the way of a review, one sentence each; an exception lifts none of it.
    static List<String> blockers(List<PoamItem> items) {
        var blockers = new ArrayList<String>();
        for (var item : items) {
            for (var blocker : blockers(item)) {
                blockers.add(item.poamCode() + " " + blocker);
            }
        }
        return blockers;
    }

    /// What a reviewer should look at.
    static List<String> warnings(List<PoamItem> items) {
        var warnings = new ArrayList<String>();
        if (items.isEmpty()) {
            warnings.add("The plan has no items: the gap analysis asks for no action.");
        }
        items.stream()
                .filter(item -> item.confidenceScore() < 0.5)
                .map(PoamRules::low)
                .forEach(warnings::add);
        return warnings;
    }

    private static String low(PoamItem item) {
        return String.format(
                Locale.ROOT, "%s has a confidence of %.2f, below 0.5.", item.poamCode(), item.confidenceScore());
    }

    private static List<String> blockers(PoamItem item) {
        var blockers = new ArrayList<String>();
        if (item.relatedGapFindingId() == null && item.rationale().isBlank()) {
            blockers.add("has neither a gap finding nor a rationale.");
        }
        if (item.correctiveAction().isBlank()) {
            blockers.add("has no corrective action.");
        } else if (generic(item.correctiveAction()) && !item.traceable()) {
            blockers.add("says what could be said of any gap and cannot be traced to finding, SoA item, "
                    + "requirement and control.");
        }
        if (empty(item.expectedEvidence())) {
            blockers.add("names no expected evidence.");
        }
        if (empty(item.acceptanceCriteria())) {
            blockers.add("has no acceptance criteria.");
        }
        if (blank(item.suggestedOwner()) && blank(item.ownerRole())) {
            blockers.add("has no owner.");
        }
        if (item.actionType() == ActionType.VALIDATION_REQUIRED && !item.requiresUserValidation()) {
            blockers.add("is a validation that asks no user to validate.");
        }
        return blockers;
    }

    private static boolean generic(String action) {
        var words = action.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return GENERIC.stream().anyMatch(words::contains);
    }

    private static boolean empty(List<String> lines) {
        return lines.stream().allMatch(String::isBlank);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
