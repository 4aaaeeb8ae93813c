package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.Decision;
import eu.bekaa.standard.assurance.review.Decisions;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Statements of Applicability in the making, and the people who make them.
@Singleton
class Statement {
    private final Http http;
    private final Tenants tenants;
    private final Groundwork groundwork;
    private final Approvals approvals;
    private final Decisions decisions;

    Statement(Http http, Tenants tenants, Groundwork groundwork, Approvals approvals, Decisions decisions) {
        this.http = http;
        this.tenants = tenants;
        this.groundwork = groundwork;
        this.approvals = approvals;
        this.decisions = decisions;
    }

    /// A new organization with an assessment on firm ground.
    Case open() {
        var tenant = tenants.create();
        var assessor = new Conversation(http, tenant, tenant.assessor());
        return new Case(tenant, groundwork.in(tenant.assessor()), assessor, assessor.as(tenant.approver()));
    }

    Conversation stranger() {
        var tenant = tenants.create();
        return new Conversation(http, tenant, tenant.assessor());
    }

    final class Case {
        final Tenant tenant;
        final Groundwork.Ground ground;
        final Conversation assessor;
        final Conversation approver;

        private Case(Tenant tenant, Groundwork.Ground ground, Conversation assessor, Conversation approver) {
            this.tenant = tenant;
            this.ground = ground;
            this.assessor = assessor;
            this.approver = approver;
        }

        String assessmentPath() {
            return "/assessments/" + ground.assessmentId();
        }

        Map<String, Object> basis() {
            return Map.of("framework_id", ground.frameworkId(), "scf_version_id", ground.scfVersionId());
        }

        /// The id of a new draft.
        String draft() {
            return text(assessor.post(201, assessmentPath() + "/soa/draft", basis()), "soa_version_id");
        }

        List<Map<String, Object>> items(String version) {
            return rows(assessor.get("/soa/" + version + "/items?limit=100"), "data");
        }

        Map<String, Object> item(String version, String requirement) {
            return items(version).stream()
                    .filter(item -> item.get("requirement_code").equals(requirement))
                    .findFirst()
                    .orElseThrow();
        }

        UUID approval(String version) {
            return approvals.ofAssessment(tenant.assessor(), ground.assessmentId()).stream()
                    .filter(asked -> asked.targetId().toString().equals(version))
                    .findFirst()
                    .orElseThrow()
                    .approvalId();
        }

        Decisions.Taken decide(String version, Decision decision) {
            return decisions.decide(tenant.approver(), approval(version), decision, "As discussed.");
        }

        /// The id of a version that is approved and part of what the assessment knows.
        String ingested() {
            var version = draft();
            approve(version);
            assessor.post(200, "/soa/" + version + "/mark-ingested", Map.of());
            return version;
        }

        Map<String, Object> analyse(int status, String version) {
            return assessor.post(
                    status, assessmentPath() + "/evidence-analysis/run", Map.of("soa_version_id", version));
        }

        /// The finding about a requirement.
        Map<String, Object> about(List<Map<String, Object>> findings, String requirement) {
            var id = ground.requirements().get(requirement).toString();
            return findings.stream()
                    .filter(finding -> finding.get("framework_requirement_id").equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        void submit(String version) {
            assessor.post(200, "/soa/" + version + "/submit-review", Map.of());
        }

        Map<String, Object> approve(String version) {
            submit(version);
            decide(version, Decision.APPROVED);
            return approver.post(
                    200,
                    "/soa/" + version + "/approve",
                    Map.of("approval_event_id", approval(version), "reason", "Checked."));
        }
    }
}
