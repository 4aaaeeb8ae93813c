package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Letters that events bring about.
@OutboundTest
class EmailNoticeTest {
    @Inject
    Events events;

    @Inject
    Deliverers deliverers;

    @Inject
    MailDesk desk;

    @Test
    void std154_approversAreAskedOnceAndAuthorsAreNot() {
        events.raise(
                desk.tenant.assessor(),
                EventType.APPROVAL_REQUESTED,
                new UUID(1, 2),
                Map.of(
                        "approval_id",
                        new UUID(1, 3),
                        "permission",
                        "soa:approve",
                        "title",
                        "Version 1 of the soa",
                        "requested_by",
                        desk.tenant.owner().actor().id(),
                        "created_by",
                        desk.tenant.assessor().actor().id()));
        deliverers.work(2);

        assertThat(desk.outbox())
                .extracting(letter -> letter.get("to"))
                .containsExactlyInAnyOrder(
                        MailDesk.address(desk.tenant.approver()), MailDesk.address(desk.tenant.platformAdmin()));
        assertThat(desk.outbox())
                .allSatisfy(letter -> assertThat(letter)
                        .containsEntry("type", "approval_request")
                        .containsEntry("subject", "Version 1 of the soa waits for your decision"));
    }

    @Test
    void std154_whoMustKnowIsToldOfMovesReportsAndAlerts() {
        var author = desk.tenant.assessor().actor().id();
        events.raise(
                desk.tenant.approver(),
                EventType.ASSESSMENT_STATE_CHANGED,
                new UUID(1, 2),
                Map.of(
                        "assessment",
                        "Annual\r\nBcc: x",
                        "from",
                        "draft",
                        "to",
                        "closed",
                        "created_by",
                        author,
                        "moved_by",
                        new UUID(7, 7)));
        events.raise(
                desk.tenant.assessor(),
                EventType.ASSESSMENT_STATE_CHANGED,
                new UUID(1, 2),
                Map.of("assessment", "Annual", "from", "draft", "to", "x", "created_by", author, "moved_by", author));
        events.raise(
                desk.tenant.viewer(),
                EventType.REPORT_GENERATED,
                new UUID(1, 2),
                Map.of(
                        "version_id",
                        new UUID(1, 5),
                        "report_type",
                        "soa_export",
                        "requested_by",
                        desk.tenant.viewer().actor().id()));
        events.raise(
                desk.tenant.viewer(),
                EventType.SECURITY_ALERT,
                null,
                Map.of("alert", "webhook_disabled", "details", "It <failed>."));
        deliverers.work();

        assertThat(desk.outbox())
                .extracting(letter -> letter.get("type") + " " + letter.get("to"))
                .containsExactlyInAnyOrder(
                        "state_change " + MailDesk.address(desk.tenant.assessor()),
                        "report_ready " + MailDesk.address(desk.tenant.viewer()),
                        "security_alert " + MailDesk.address(desk.tenant.approver()),
                        "security_alert " + MailDesk.address(desk.tenant.owner()),
                        "security_alert " + MailDesk.address(desk.tenant.platformAdmin()));
        assertThat(desk.outbox())
                .filteredOn(letter -> letter.get("type").equals("state_change"))
                .singleElement()
                .satisfies(letter -> assertThat(letter).containsEntry("subject", "Annual Bcc: x: closed"));
    }
}
