package eu.bekaa.standard.platform.email;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// An organization's own wording of a letter.
@MappedEntity("email_template")
record EmailTemplate(
        @Id UUID templateId,
        UUID organizationId,
        EmailType type,
        String subject,
        String bodyHtml,
        String bodyText,
        UUID updatedBy,
        Instant updatedAt) {
    Wording wording() {
        return new Wording(subject, bodyHtml, bodyText);
    }
}
