package eu.bekaa.standard.platform.notification;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.email.EmailService;
import eu.bekaa.standard.platform.email.EmailType;
import eu.bekaa.standard.platform.identity.Directory;
import eu.bekaa.standard.queue.event.DomainEvent;
import eu.bekaa.standard.queue.event.EventSubscriber;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Writes to people about what happened, each once per event: approvers are asked, authors hear where their assessment
/// went, who asked for a report hears that it is there, administrators hear of alerts.
@Singleton
class Notifications implements EventSubscriber {
    private final RecipientRows recipients;
    private final Directory directory;
    private final EmailService email;

    Notifications(RecipientRows recipients, Directory directory, EmailService email) {
        this.recipients = recipients;
        this.directory = directory;
        this.email = email;
    }

    @Override
    public void heard(Caller caller, DomainEvent event) {
        switch (event.eventType()) {
            case APPROVAL_REQUESTED -> approvalRequested(caller, event);
            case ASSESSMENT_STATE_CHANGED -> stateChanged(caller, event);
            case REPORT_GENERATED -> reportReady(caller, event);
            case SECURITY_ALERT -> alert(caller, event);
            case ASSESSMENT_CREATED,
                    DOCUMENT_INGESTED,
                    KB_INDEXED,
                    SOA_APPROVED,
                    GAP_APPROVED,
                    MATURITY_APPROVED,
                    POAM_APPROVED,
                    REPORT_APPROVED,
                    ASSESSMENT_CLOSED,
                    WORKFLOW_FAILED,
                    COMPLIANCE_GATE_EVALUATED,
                    ALERT_CHANGED,
                    WEBHOOK_TEST -> {}
        }
    }

    /// Whoever may decide, but for those whose own work it is (STD-111).
    private void approvalRequested(Caller caller, DomainEvent event) {
        write(
                caller,
                event,
                EmailType.APPROVAL_REQUEST,
                member -> member.may(event.text("permission"))
                        && !is(member, event, "requested_by")
                        && !is(member, event, "created_by"),
                Map.of("artifact", event.text("title"), "approval_url", link("approvals", event.text("approval_id"))));
    }

    /// The author of the assessment, unless it was the author who moved it.
    private void stateChanged(Caller caller, DomainEvent event) {
        write(
                caller,
                event,
                EmailType.STATE_CHANGE,
                member -> is(member, event, "created_by") && !is(member, event, "moved_by"),
                Map.of(
                        "assessment", event.text("assessment"),
                        "from_state", event.text("from"),
                        "to_state", event.text("to"),
                        "assessment_url", link("assessments", String.valueOf(event.assessmentId()))));
    }

    private void reportReady(Caller caller, DomainEvent event) {
        write(
                caller,
                event,
                EmailType.REPORT_READY,
                member -> is(member, event, "requested_by"),
                Map.of(
                        "report_type", event.text("report_type"),
                        "report_url", link("reports", event.text("version_id"))));
    }

    private void alert(Caller caller, DomainEvent event) {
        write(
                caller,
                event,
                EmailType.SECURITY_ALERT,
                member -> member.may("admin:write"),
                Map.of(
                        "alert", event.text("alert"),
                        "details", event.text("details"),
                        "occurred_at", event.occurredAt().toString()));
    }

    private void write(
            Caller caller,
            DomainEvent event,
            EmailType type,
            Predicate<Recipient> whom,
            Map<String, String> variables) {
        var readers = recipients.members(caller.org()).stream().filter(whom).toList();
        if (readers.isEmpty()) {
            return;
        }
        var organization = plain(directory.organization(caller));
        for (var reader : readers) {
            var all = new LinkedHashMap<String, String>();
            variables.forEach((name, value) -> all.put(name, plain(value)));
            all.put("name", plain(reader.displayName()));
            all.put("organization", organization);
            email.post(caller, reader.email(), type, all, event.eventId());
        }
    }

    private static boolean is(Recipient member, DomainEvent event, String key) {
        return member.userId().toString().equals(event.text(key));
    }

    private String link(String collection, String id) {
        return email.webAddress() + "/" + collection + "/" + id;
    }

    /// Names can end up in a subject, which is one line.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
