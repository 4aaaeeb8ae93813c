package eu.bekaa.standard.queue.event;

import java.util.Arrays;
import java.util.List;

/// What can happen (contract §17). Published types go to webhooks; the others only to listeners within the product.
public enum EventType {
    ASSESSMENT_CREATED("assessment.created", Audience.PUBLISHED),
    DOCUMENT_INGESTED("document.ingested", Audience.PUBLISHED),
    KB_INDEXED("kb.indexed", Audience.PUBLISHED),
    SOA_APPROVED("soa.approved", Audience.PUBLISHED),
    GAP_APPROVED("gap.approved", Audience.PUBLISHED),
    MATURITY_APPROVED("maturity.approved", Audience.PUBLISHED),
    POAM_APPROVED("poam.approved", Audience.PUBLISHED),
    REPORT_GENERATED("report.generated", Audience.PUBLISHED),
    REPORT_APPROVED("report.approved", Audience.PUBLISHED),
    ASSESSMENT_CLOSED("assessment.closed", Audience.PUBLISHED),
    WORKFLOW_FAILED("workflow.failed", Audience.PUBLISHED),
    COMPLIANCE_GATE_EVALUATED("compliance.gate.evaluated", Audience.PUBLISHED),
    /// A rule on a figure turned, of those that tell by webhook. Data: `alert_rule_id`, `state`, `severity`,
    /// `metric_name`, `metric_value`.
    ALERT_CHANGED("alert.changed", Audience.PUBLISHED),
    /// Somebody is asked for a decision. Data: `approval_id`, `gate`, `permission`, `artifact`, `title`, `version_id`,
    /// `version_number`, `requested_by`, `created_by`.
    APPROVAL_REQUESTED("approval.requested", Audience.INTERNAL),
    /// An assessment moved. Data: `assessment`, its name, `from`, `to`, `created_by`, `moved_by`.
    ASSESSMENT_STATE_CHANGED("assessment.state_changed", Audience.INTERNAL),
    /// Something that administrators should look at. Data: `alert`, a word, and `details`, a sentence for people.
    SECURITY_ALERT("security.alert", Audience.INTERNAL),
    /// A test call of one webhook.
    WEBHOOK_TEST("webhook.test", Audience.INTERNAL);

    private enum Audience {
        PUBLISHED,
        INTERNAL
    }

    private final String wire;
    private final Audience audience;

    EventType(String wire, Audience audience) {
        this.wire = wire;
        this.audience = audience;
    }

    /// The words that a webhook can subscribe to.
    public static List<String> published() {
        return Arrays.stream(values())
                .filter(EventType::isPublished)
                .map(EventType::toString)
                .toList();
    }

    /// Whether webhooks hear of it.
    public boolean isPublished() {
        return audience == Audience.PUBLISHED;
    }

    /// Spelt with dots, unlike other words.
    @Override
    public String toString() {
        return wire;
    }
}
