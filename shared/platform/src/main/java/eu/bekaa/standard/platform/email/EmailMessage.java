package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter on its way.
/// @param eventId what it tells of; null when a person sent it
/// @param subject null, like the text, once another has carried the letter away
@MappedEntity("email_message")
record EmailMessage(
        @Id UUID emailId,
        UUID organizationId,
        EmailType type,
        String recipient,
        @Nullable UUID eventId,
        Status status,
        @Nullable String subject,
        @Nullable String bodyHtml,
        @Nullable String bodyText,
        @Nullable String providerMessageId,
        Instant createdAt,
        @Nullable Instant sentAt) {
    /// How far a letter is.
    enum Status {
        QUEUED,
        SENT,
        FAILED;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }
}
