package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.function.assessments.Analysed.Case;
import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An analysed assessment and the two people who work on it.
/// @param base path of the assessment
record Desk(Tenant tenant, Case assessed, Conversation assessor, Conversation approver, String base) {
    static final Map<String, Object> FULL = Map.of("report_type", "full_assessment_report");

    /// Sets up desks, each in an organization of its own.
    @Singleton
    record Office(Tenants tenants, Analysed analysed, Http http) {
        Desk desk(Line... lines) {
            var tenant = tenants.create();
            var assessed = analysed.in(tenant, lines);
            return new Desk(
                    tenant,
                    assessed,
                    new Conversation(http, tenant, tenant.assessor()),
                    new Conversation(http, tenant, tenant.approver()),
                    "/assessments/" + assessed.assessmentId());
        }

        /// Seven items, one for each way in which evidence can speak.
        Desk forGaps() {
            return desk(
                    Line.strong("ID.AM-1", "AST-01", "documented", "process"),
                    Line.partial("ID.AM-2", "AST-02"),
                    Line.absent("ID.AM-3", "AST-03"),
                    Line.of("ID.AM-4", "AST-04", "conflicting", 0.55),
                    Line.notApplicable("ID.AM-5", "AST-05", "No external systems."),
                    Line.absent("MCR-1", "AST-01"),
                    Line.unmapped("ID.XX-9"));
        }

        /// Five items, four of which ask for an action.
        Desk forPlan() {
            return desk(
                    Line.strong("ID.AM-1", "AST-01", "documented", "process"),
                    Line.partial("ID.AM-2", "AST-02"),
                    Line.absent("ID.AM-3", "AST-03"),
                    Line.of("ID.AM-4", "AST-04", "weak", 0.35),
                    Line.partial("ID.AM-5", "AST-03"));
        }

        /// Five items, of which a report has something different to say.
        Desk forReport() {
            return desk(
                    Line.strong("ID.AM-1", "AST-01", "documented", "process"),
                    Line.partial("ID.AM-2", "AST-02"),
                    Line.absent("ID.AM-3", "AST-03"),
                    Line.unmapped("ID.AM-4"),
                    Line.notApplicable("ID.AM-5", "AST-05", "There is no plant."));
        }
    }

    Map<String, Object> draftedGap() {
        return assessor.post(201, base + "/gap-analysis/draft", Map.of("soa_version_id", assessed.soaVersionId()));
    }

    String approvedGap() {
        return approved("/gap-analysis/", text(draftedGap(), "gap_analysis_version_id"));
    }

    List<Map<String, Object>> findings(String gap) {
        return assessor.list("/gap-analysis/" + gap + "/findings?limit=100");
    }

    @SuppressWarnings("unchecked")
    String draftedMaturity() {
        var drafted = assessor.post(201, base + "/maturity-versions", Map.of());
        var version = (Map<String, Object>) Objects.requireNonNull(drafted.get("version"));
        return text(version, "maturity_assessment_version_id");
    }

    String approvedMaturity() {
        return approved(base + "/maturity-versions/", draftedMaturity());
    }

    Map<String, Object> draftedPlan(String gap) {
        return assessor.post(201, base + "/poam/draft", Map.of("gap_analysis_version_id", gap));
    }

    List<Map<String, Object>> items(String plan) {
        return assessor.list("/poam/" + plan + "/items?limit=100");
    }

    /// Approves all that a full report is made from.
    /// @return the gap analysis
    String fourApproved() {
        var gap = approvedGap();
        approvedMaturity();
        approved("/poam/", text(draftedPlan(gap), "poam_version_id"));
        return gap;
    }

    /// Path under which reports are asked for.
    String generate() {
        return base + "/reports/generate";
    }

    /// The id of a new report.
    String generated(Map<String, ?> wanted) {
        return text(assessor.post(202, generate(), wanted), "report_version_id");
    }

    /// Where the assessment stands.
    String state() {
        return text(assessor.get(base), "state");
    }

    /// The id of the approval that was opened for a version.
    String approvalOf(String version) {
        return assessor.list(base + "/approvals").stream()
                .filter(approval -> text(approval, "target_id").equals(version))
                .map(approval -> text(approval, "approval_id"))
                .findFirst()
                .orElseThrow();
    }

    /// Submits a draft and has it approved by someone else.
    /// @param path of the kind's versions
    String approved(String path, String version) {
        assessor.post(200, path + version + "/submit-review", Map.of());
        var approval = approvalOf(version);
        approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        approver.post(200, path + version + "/approve", Map.of("approval_event_id", approval));
        return version;
    }

    /// Submits a draft and has it sent back.
    /// @param path of the kind's versions
    void rejected(String path, String version) {
        assessor.post(200, path + version + "/submit-review", Map.of());
        approver.post(
                200, "/approvals/" + approvalOf(version) + "/reject", Map.of("reason", "The first item is wrong."));
    }
}
