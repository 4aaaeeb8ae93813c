package eu.bekaa.standard.function.local.rules;

import static eu.bekaa.standard.function.local.rules.Course.API;
import static eu.bekaa.standard.function.local.rules.Course.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Plans of action (contract §11). Each test works out by the contract's words what the plan says of every item.
class PlanRulesTest {
    private static final Set<String> PRACTICAL =
            Set.of("implementation_gap", "effectiveness_gap", "monitoring_gap", "governance_gap");

    private static Course course;
    private static String plan = "";
    private static LocalDate before = LocalDate.EPOCH;
    private static Map<String, Map<String, Object>> findings = Map.of();
    private static Map<String, Integer> levels = Map.of();

    @BeforeAll
    static void aPlanForGapsOfManyKinds() {
        course = new Course("Planned");
        var gap = course.draftedGap();
        var open = course.all(gap + "/findings").stream()
                .filter(finding -> finding.get("scf_control_id") != null)
                .limit(6)
                .map(finding -> API + "/gap-analysis/findings/" + Answers.text(finding, "gap_finding_id"))
                .toList();
        var types =
                List.of("implementation_gap", "technical_gap", "monitoring_gap", "governance_gap", "contractual_gap");
        var severities = List.of("critical", "high", "medium", "low", "informational");
        for (int i = 0; i < types.size(); i++) {
            course.assessor()
                    .patch(
                            open.get(i),
                            Map.of(
                                    "assessment_status",
                                    "not_met",
                                    "gap_rationale",
                                    "Seen on site.",
                                    "gap_type",
                                    types.get(i),
                                    "severity",
                                    severities.get(i)));
        }
        course.assessor().patch(open.get(5), Map.of("assessment_status", "requires_validation"));
        course.approved(gap);
        var maturity = course.journey().maturity(course.assessment());
        before = LocalDate.now(ZoneOffset.UTC);
        var drafted = course.assessor()
                .post(
                        course.base() + "/poam/draft",
                        Map.of(
                                "gap_analysis_version_id", Course.id(gap),
                                "maturity_assessment_version_id", maturity.id()));
        plan = API + "/poam/" + Answers.text(drafted, "poam_version_id");
        findings = course.all(gap + "/findings").stream()
                .collect(Collectors.toMap(finding -> Answers.text(finding, "gap_finding_id"), finding -> finding));
        levels = Answers.data(course.assessor().get(maturity.path() + "/scores")).stream()
                .collect(Collectors.toMap(
                        score -> Answers.text(score, "scf_control_id"),
                        score -> Integer.parseInt(Answers.text(score, "score"))));
    }

    @Test
    void std91_statusAndTypeGiveTheAction() {
        assertThat(items())
                .isNotEmpty()
                .allSatisfy(item ->
                        assertThat(item.get("action_type")).as(item.toString()).isEqualTo(action(finding(item))));
        refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(anItem(), Map.of("action_type", "pray")));
        assertThat(course.assessor().patch(anItem(), Map.of("action_type", "training")))
                .containsEntry("action_type", "training");
        course.assessor().patch(anItem(), Map.of("action_type", action(finding(items().getFirst()))));
    }

    @Test
    void std92_pointsGiveThePriority() {
        assertThat(items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("priority"))
                        .as(item + " for " + finding(item))
                        .isIn(priority(points(item)), priority(points(item) + 1)));
        assertThat(items())
                .filteredOn(item -> finding(item).get("severity").equals("critical"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).containsEntry("priority", "urgent"));
        refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(anItem(), Map.of("priority", "asap")));
        assertThat(course.assessor().get(plan + "/items?priority=urgent")).isNotNull();
        refused(400, "VALIDATION_ERROR", () -> course.assessor().get(plan + "/items?priority=asap"));
    }

    @Test
    void std93_actionAndSeverityGiveTheEffortAndBothTheDueDate() {
        var after = LocalDate.now(ZoneOffset.UTC);
        assertThat(items()).isNotEmpty().allSatisfy(item -> {
            var effort = effort(Answers.text(item, "action_type"), Answers.text(item, "severity"));
            assertThat(item.get("effort_estimate")).as(item.toString()).isEqualTo(effort);
            int days = urgency(Answers.text(item, "priority")) + size(effort);
            assertThat(LocalDate.parse(Answers.text(item, "due_date")))
                    .isBetween(before.plusDays(days), after.plusDays(days));
        });
        refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(anItem(), Map.of("effort_estimate", "huge")));
        refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(anItem(), Map.of("due_date", "tomorrow")));
    }

    private static List<Map<String, Object>> items() {
        return course.all(plan + "/items");
    }

    private static String anItem() {
        return API + "/poam/items/" + Answers.text(items().getFirst(), "poam_item_id");
    }

    private static Map<String, Object> finding(Map<String, Object> item) {
        return Objects.requireNonNull(findings.get(Answers.text(item, "related_gap_finding_id")));
    }

    private static String action(Map<String, Object> finding) {
        return switch (Answers.text(finding, "assessment_status")) {
            case "requires_validation", "not_applicable_not_justified" -> "validation_required";
            case "not_evidenced" -> "evidence_collection";
            default ->
                switch (Answers.text(finding, "gap_type")) {
                    case "documentation_gap" -> "policy_update";
                    case "evidence_gap" -> "evidence_collection";
                    case "implementation_gap", "technical_gap" -> "technical_implementation";
                    case "effectiveness_gap", "monitoring_gap" -> "monitoring_improvement";
                    case "governance_gap" -> "governance_improvement";
                    case "contractual_gap" -> "third_party_action";
                    case String other -> "none for " + other;
                };
        };
    }

    /// Without the point for a control that its text calls critical.
    private static int points(Map<String, Object> item) {
        var finding = finding(item);
        int severity = switch (Answers.text(finding, "severity")) {
            case "critical" -> 4;
            case "high" -> 3;
            case "medium" -> 1;
            default -> 0;
        };
        int type = PRACTICAL.contains(Answers.text(finding, "gap_type")) ? 1 : 0;
        int doubt = Double.parseDouble(Answers.text(finding, "confidence_score")) < 0.5 ? 1 : 0;
        var level = levels.get(Objects.toString(finding.get("scf_control_id")));
        int maturity = level == null || level > 2 ? 0 : level == 2 ? 1 : 2;
        return severity + type + doubt + maturity;
    }

    private static String priority(int points) {
        if (points >= 5) {
            return "urgent";
        }
        return points >= 3 ? "high" : points >= 1 ? "medium" : "low";
    }

    private static String effort(String action, String severity) {
        return switch (action) {
            case "evidence_collection", "validation_required" -> "small";
            case "policy_update", "procedure_creation", "training" -> "medium";
            case "technical_implementation" -> "large";
            default ->
                severity.equals("critical") ? "large" : action.equals("third_party_action") ? "unknown" : "medium";
        };
    }

    private static int urgency(String priority) {
        return switch (priority) {
            case "urgent", "critical" -> 30;
            case "high" -> 60;
            case "medium" -> 90;
            default -> 180;
        };
    }

    private static int size(String effort) {
        return switch (effort) {
            case "small" -> 0;
            case "medium" -> 15;
            case "large", "unknown" -> 30;
            default -> 60;
        };
    }
}
