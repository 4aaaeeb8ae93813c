package eu.bekaa.standard.platform.email;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter in the mailbox of a machine that sends none.
@Serdeable
@Schema(description = "A letter that was kept instead of sent.")
public record MailboxEntry(
        @Schema(description = "Id of the letter.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID messageId,

        @Schema(description = "To whom.", example = "ada@example.com")
        String to,

        @Schema(description = "Which letter it is.", example = "approval_request")
        EmailType type,

        @Schema(description = "Its subject.", example = "Version 1 of the soa waits for your decision") @Nullable
        String subject,

        @Schema(description = "Its text as HTML.", example = "<p>Dear Ada,</p>") @Nullable
        String bodyHtml,

        @Schema(description = "Its text without markup.", example = "Dear Ada,") @Nullable
        String bodyText,

        @Schema(description = "The event that it tells of.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID eventId,

        @Schema(description = "When it was put here.", example = "2026-04-19T10:30:00Z") @Nullable
        Instant sentAt) {
    static MailboxEntry of(EmailMessage message) {
        return new MailboxEntry(
                message.emailId(),
                message.recipient(),
                message.type(),
                message.subject(),
                message.bodyHtml(),
                message.bodyText(),
                message.eventId(),
                message.sentAt());
    }
}
