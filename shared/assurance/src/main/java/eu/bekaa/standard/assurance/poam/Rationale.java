package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Subject;
import java.time.LocalDate;
import java.util.Locale;

/// Why an item is in the plan, with this priority and this date: every figure in it can be worked out again by hand.
final class Rationale {
    private Rationale() {}

    /// @param today the day from which the due date counts
    static String of(
            GapFinding finding, Subject subject, PriorityPoints points, EffortEstimate effort, LocalDate today) {
        var priority = points.priority();
        return String.format(
                Locale.ROOT,
                "Answers %s on %s (%s, %s). Risk: inherent %d, residual %.2f (%s). Priority %s by %s. "
                        + "Due %d days for the priority and %d for the effort (%s) after %s.",
                finding.gapCode(),
                about(subject),
                word(finding.assessmentStatus()),
                word(finding.severity()),
                finding.inherentRiskScore(),
                finding.residualRiskScore(),
                word(RiskCategory.of(finding.residualRiskScore())),
                word(priority),
                reasons(points),
                priority.days(),
                effort.days(),
                word(effort),
                today);
    }

    private static String about(Subject subject) {
        return subject.control() == null
                ? subject.requirement() + ", which has no official SCF mapping"
                : subject.requirement() + " through " + subject.answeredBy();
    }

    private static String reasons(PriorityPoints points) {
        return points.points()
                + (points.points() == 1 ? " point" : " points")
                + (points.reasons().isEmpty() ? "" : ": " + String.join(", ", points.reasons()));
    }

    private static String word(Enum<?> value) {
        return value.toString().replace('_', ' ');
    }
}
