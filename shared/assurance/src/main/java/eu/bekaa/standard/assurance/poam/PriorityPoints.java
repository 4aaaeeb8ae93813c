package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why an item has its priority (STD-92).
/// @param points  their sum
/// @param reasons one phrase for each that counted
record PriorityPoints(int points, List<String> reasons) {
    private static final Pattern CRITICAL = Pattern.compile("\\bcritical\\b", Pattern.CASE_INSENSITIVE);

    PriorityPoints {
        reasons = List.copyOf(reasons);
    }

    /// @param maturity the control's level in the maturity assessment the plan builds on; null without one
    static PriorityPoints of(GapFinding finding, Subject subject, @Nullable Integer maturity) {
        var sum = new Sum();
        var severity = finding.severity();
        sum.add(severity(finding), "severity " + severity);
        sum.add(operational(finding), finding.gapType().toString().replace('_', ' '));
        sum.add(finding.confidenceScore() < 0.5 ? 1 : 0, "confidence below 0.5");
        if (maturity != null) {
            sum.add(maturity <= 1 ? 2 : maturity == 2 ? 1 : 0, "maturity level " + maturity);
        }
        sum.add(describedAsCritical(subject) ? 1 : 0, "a control the catalog describes as critical");
        return new PriorityPoints(sum.points, sum.reasons);
    }

    Priority priority() {
        return Priority.of(points);
    }

    private static int severity(GapFinding finding) {
        return switch (finding.severity()) {
            case CRITICAL -> 4;
            case HIGH -> 3;
            case MEDIUM -> 1;
            case LOW, INFORMATIONAL -> 0;
        };
    }

    private static int operational(GapFinding finding) {
        return switch (finding.gapType()) {
            case IMPLEMENTATION_GAP, EFFECTIVENESS_GAP, MONITORING_GAP, GOVERNANCE_GAP -> 1;
            case DOCUMENTATION_GAP, EVIDENCE_GAP, TECHNICAL_GAP, CONTRACTUAL_GAP, NO_GAP, NOT_APPLICABLE -> 0;
        };
    }

    private static boolean describedAsCritical(Subject subject) {
        var control = subject.control();
        return control != null
                && CRITICAL.matcher(control.title() + " " + requireNonNullElse(control.description(), ""))
                        .find();
    }

    private static final class Sum {
        private final List<String> reasons = new ArrayList<>();
        private int points;

        void add(int more, String reason) {
            if (more > 0) {
                points += more;
                reasons.add(reason + " (" + more + ")");
            }
        }
    }
}
