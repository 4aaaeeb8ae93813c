package eu.bekaa.standard.platform.email;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wording of a letter as it is used.
@Serdeable
@Schema(description = "The wording of a letter.")
public record EmailTemplateView(
        @Schema(description = "Id of the template.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID templateId,

        @Schema(description = "Which letter it is.", example = "approval_request")
        EmailType type,

        @Schema(description = "Its subject.", example = "{{artifact}} waits for your decision")
        String subject,

        @Schema(description = "Its text as HTML.", example = "<p>Dear {{name}},</p>")
        String bodyHtml,

        @Schema(description = "Its text without markup.", example = "Dear {{name}},")
        String bodyText,

        @Schema(description = "What can stand in double braces.", example = "[\"name\", \"artifact\"]")
        List<String> variables,

        @Schema(
                description = "When the organization changed it; null while it is the product's own.",
                example = "2026-04-19T10:30:00Z")
        @Nullable
        Instant updatedAt) {
    static EmailTemplateView of(UUID id, EmailType type, Wording wording, @Nullable Instant updatedAt) {
        return new EmailTemplateView(
                id, type, wording.subject(), wording.bodyHtml(), wording.bodyText(), type.variables(), updatedAt);
    }
}
