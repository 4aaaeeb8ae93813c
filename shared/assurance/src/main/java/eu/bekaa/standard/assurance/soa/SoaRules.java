package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What stands in the way of a review (STD-62, STD-63).
final class SoaRules {
    /// So many items are named one by one; the rest are counted.
    private static final int NAMED = 100;

    private SoaRules() {}

    /// What must be put right before review, one sentence each.
    /// @param exceptionRationale why undecided items are accepted, or null
    static List<String> blockers(List<SoaLine> items, @Nullable String exceptionRationale) {
        var blockers = new ArrayList<String>();
        if (items.isEmpty()) {
            blockers.add("The version has no items.");
        }
        list(
                blockers,
                items,
                item -> item.unjustified() == ErrorCode.NON_APPLICABILITY_RATIONALE_REQUIRED,
                "is not applicable without a non_applicability_rationale.");
        list(
                blockers,
                items,
                item -> item.unjustified() == ErrorCode.SCOPE_RATIONALE_REQUIRED,
                "is out of scope without a scope_rationale.");
        if (exceptionRationale == null || exceptionRationale.isBlank()) {
            list(
                    blockers,
                    items,
                    item -> item.applicabilityStatus() == ApplicabilityStatus.TO_BE_DEFINED,
                    "is still to be defined; decide it or give an exception_rationale.");
        }
        return List.copyOf(blockers);
    }

    /// What a reviewer should know, one sentence each.
    static List<String> warnings(List<SoaLine> items) {
        var warnings = new ArrayList<String>();
        count(
                warnings,
                items,
                item -> item.evidenceCoverage() == EvidenceCoverage.NOT_CHECKED
                        && item.applicabilityStatus().examined(),
                "without a look at the evidence (not_checked).");
        count(
                warnings,
                items,
                item -> item.applicabilityStatus() == ApplicabilityStatus.REQUIRES_VALIDATION,
                "whose applicability nobody has confirmed (requires_validation).");
        count(
                warnings,
                items,
                item -> item.mappingStatus() == MappingStatus.NO_OFFICIAL_MAPPING,
                "without an official mapping to a control.");
        count(
                warnings,
                items,
                item -> item.evidenceCoverage() == EvidenceCoverage.CONFLICTING,
                "with conflicting evidence.");
        return List.copyOf(warnings);
    }

    private static void list(List<String> reasons, List<SoaLine> items, Predicate<SoaLine> concerned, String reason) {
        var names = items.stream().filter(concerned).map(SoaLine::name).toList();
        names.stream().limit(NAMED).forEach(name -> reasons.add(name + " " + reason));
        if (names.size() > NAMED) {
            reasons.add("The same holds for " + (names.size() - NAMED) + " more.");
        }
    }

    private static void count(List<String> reasons, List<SoaLine> items, Predicate<SoaLine> concerned, String which) {
        long count = items.stream().filter(concerned).count();
        if (count > 0) {
            reasons.add(count + (count == 1 ? " item " : " items ") + which);
        }
    }
}
