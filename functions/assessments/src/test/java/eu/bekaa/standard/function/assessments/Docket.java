package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Versions of a Statement of Applicability that wait for a decision, in an organization of their own.
@Prototype
final class Docket {
    static final String HASH = "0123456789abcdef".repeat(4);

    final Http http;
    final Tenants tenants;
    final Tenant tenant;
    final UUID assessment;
    final Reviews reviews;
    final Conversation assessor;
    final Conversation approver;
    final Conversation owner;
    private final AuditLog log;

    Docket(Http http, Tenants tenants, Groundwork groundwork, Reviews reviews, AuditLog log) {
        this.http = http;
        this.tenants = tenants;
        this.tenant = tenants.create();
        this.assessment = groundwork.in(tenant.assessor()).assessmentId();
        this.reviews = reviews;
        this.log = log;
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.approver = assessor.as(tenant.approver());
        this.owner = assessor.as(tenant.owner());
        AssessmentTest.standing(assessment, "soa_drafted");
    }

    Version.UnderReview submit(Caller author) {
        var draft = reviews.open(author, assessment, ArtifactKind.SOA, Sources.NONE, Map.of());
        return reviews.submit(author, draft, List.of(), HASH);
    }

    /// The id of the approval that the version waits for.
    String pending(Version.UnderReview submitted) {
        return rows(assessor.get("/assessments/" + assessment + "/approvals"), "data").stream()
                .filter(approval -> text(approval, "target_id")
                        .equals(submitted.header().id().toString()))
                .map(approval -> text(approval, "approval_id"))
                .findFirst()
                .orElseThrow();
    }

    List<String> audited() {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(tenant.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(AuditRecord::action)
                .toList();
    }

    static Map<String, Object> decision(String gate, String type, UUID target, String decision, String reason) {
        return Map.of("gate", gate, "target_type", type, "target_id", target, "decision", decision, "reason", reason);
    }
}
