package eu.bekaa.standard.function.local.rules;

import static eu.bekaa.standard.function.local.rules.Course.API;
import static eu.bekaa.standard.function.local.rules.Course.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Gap analyses: risk, verdict and review (contract §9). Each test reads what is there and works it out again by the
/// contract's words.
class GapRulesTest {
    private static final Map<String, Integer> IMPACT =
            Map.of("informational", 1, "low", 2, "medium", 3, "high", 4, "critical", 5);
    private static final List<String> LIKELIHOOD =
            List.of("remote", "highly_unlikely", "unlikely", "possible", "likely", "almost_certain");
    private static final List<String> WORST_FIRST =
            List.of("material_weakness", "significant_deficiency", "conforms", "strictly_conforms");

    private static Course course;
    private static String gap = "";

    @BeforeAll
    static void aDraftedGapAnalysis() {
        course = new Course("Gaps");
        gap = course.draftedGap();
    }

    @Test
    void std73_std74_riskFollowsImpactLikelihoodWeightAndLevel() {
        var finding = open();
        var path = API + "/gap-analysis/findings/" + Answers.text(finding, "gap_finding_id");
        var weight = weight(finding);
        for (var impact : List.of(1, 4, 6)) {
            for (var likelihood : LIKELIHOOD) {
                var judged = course.assessor().patch(path, Map.of("impact", impact, "likelihood", likelihood));
                int inherent = impact * (LIKELIHOOD.indexOf(likelihood) + 1);
                assertThat(judged).containsEntry("inherent_risk_score", inherent);
                assertThat(new BigDecimal(Answers.text(judged, "residual_risk_score")))
                        .as(judged.toString())
                        .isEqualByComparingTo(residual(inherent, weight, level(judged)));
            }
        }
        for (var bad : List.of(
                Map.of("impact", 0),
                Map.of("impact", 7),
                Map.of("likelihood", "certain"),
                Map.of("residual_risk_score", 1),
                Map.of("inherent_risk_score", 1))) {
            refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(path, bad));
        }
    }

    @Test
    void std75_statusSeverityAndTypeGiveTheVerdictAndTheWorstDecides() {
        var finding = open();
        var path = API + "/gap-analysis/findings/" + Answers.text(finding, "gap_finding_id");
        for (var severity : IMPACT.keySet()) {
            for (var status : List.of("not_evidenced", "partially_met", "requires_validation")) {
                var judged = course.assessor().patch(path, Map.of("severity", severity, "assessment_status", status));
                assertThat(judged).containsEntry("roc_determination", verdict(status, severity));
            }
        }
        refused(400, "VALIDATION_ERROR", () -> course.assessor().patch(path, Map.of("roc_determination", "conforms")));
        course.assessor().patch(path, Map.of("severity", "critical", "assessment_status", "not_evidenced"));
        var verdicts = course.all(gap + "/findings").stream()
                .map(each -> each.get("roc_determination"))
                .filter(Objects::nonNull)
                .toList();
        var worst = WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElseThrow();
        var summary = course.assessor().get(course.base() + "/roc-summary?gap_version_id=" + Course.id(gap));
        assertThat(summary.values()).contains(worst);
        assertThat(worst).isEqualTo("material_weakness");
    }

    @Test
    void std76_anotherPersonApprovesByTheGapGateAndThenNothingChanges() {
        var path = new Course("Gaps reviewed");
        var version = path.draftedGap();
        var finding = API + "/gap-analysis/findings/"
                + Answers.text(path.all(version + "/findings").getFirst(), "gap_finding_id");
        path.assessor().patch(finding, Map.of("gap_rationale", "Looked at."));
        var soa = Answers.data(path.assessor().get(path.base() + "/soa")).getFirst();
        var wrong = path.approvalOf(API + "/soa/" + Answers.text(soa, "soa_version_id"));
        var right = path.decided(version);
        refused(409, "CONFLICT", () -> path.approver().post(version + "/approve", Map.of("approval_event_id", wrong)));
        refused(400, "APPROVAL_EVENT_REQUIRED", () -> path.approver().post(version + "/approve", Map.of()));
        refused(403, "FORBIDDEN", () -> path.assessor().post(version + "/approve", Map.of("approval_event_id", right)));
        path.approver().post(version + "/approve", Map.of("approval_event_id", right));
        refused(
                409,
                "GAP_ANALYSIS_IMMUTABLE",
                () -> path.assessor().patch(finding, Map.of("gap_rationale", "After all.")));
        assertThat(path.assessor().get(finding)).containsEntry("gap_rationale", "Looked at.");
        assertThat(path.state()).isEqualTo("gap_analysis_approved");
    }

    private static Map<String, Object> open() {
        return course.all(gap + "/findings").stream()
                .filter(finding -> finding.get("scf_control_id") != null)
                .filter(finding -> !"met".equals(finding.get("assessment_status")))
                .findFirst()
                .orElseThrow();
    }

    private static double weight(Map<String, Object> finding) {
        var control = course.assessor().get(API + "/scf/controls/" + Answers.text(finding, "scf_control_id"));
        return Double.parseDouble(Answers.text(control, "control_weight"));
    }

    /// The level that a finding indicates (contract §10).
    private static int level(Map<String, Object> finding) {
        return switch (Answers.text(finding, "assessment_status")) {
            case "requires_validation" -> 1;
            case "partially_met" -> 2;
            default -> 0;
        };
    }

    private static BigDecimal residual(int inherent, double weight, int level) {
        var mitigated = Math.min(0.9, weight / 10 * level / 5);
        return BigDecimal.valueOf(inherent * (1 - mitigated)).setScale(2, RoundingMode.HALF_UP);
    }

    private static String verdict(String status, String severity) {
        return switch (severity) {
            case "critical", "high" -> status.equals("not_evidenced") ? "material_weakness" : "significant_deficiency";
            case "medium" -> "significant_deficiency";
            default -> "conforms";
        };
    }
}
