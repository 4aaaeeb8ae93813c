package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.email.EmailService;
import eu.bekaa.standard.platform.email.EmailTemplateView;
import eu.bekaa.standard.platform.email.EmailTemplates;
import eu.bekaa.standard.platform.email.EmailType;
import eu.bekaa.standard.platform.email.Letter;
import eu.bekaa.standard.platform.email.MailboxEntry;
import eu.bekaa.standard.platform.email.Wording;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Letters and their wording (contract §17).
@Controller("/api/v1/email")
@Tag(name = "E-mail")
class EmailController {
    private final EmailService email;
    private final EmailTemplates templates;

    EmailController(EmailService email, EmailTemplates templates) {
        this.email = email;
        this.templates = templates;
    }

    @Serdeable
    @Schema(description = "A letter to be sent.")
    record Sending(
            @Schema(description = "To whom: one address.", example = "ada@example.com") @NotBlank
            String to,

            @Schema(description = "Its template; or type.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
            UUID templateId,

            @Schema(description = "Which letter; or template_id.", example = "welcome") @Nullable
            EmailType type,

            @Schema(
                    description = "A value for each variable that the letter declares.",
                    example =
                            "{\"name\": \"Ada\", \"organization\": \"Example\", \"sign_in_url\": \"https://standard.example\"}")
            @Nullable
            Map<String, String> variables) {}

    @Serdeable
    @Schema(description = "Values to try a letter with.")
    record Trial(
            @Schema(description = "Values; a sample stands for each that is left out.", example = "{\"name\": \"Ada\"}")
            @Nullable
            Map<String, String> variables) {}

    @Serdeable
    @Schema(description = "The letter is on its way.")
    record Accepted(
            @Schema(description = "Id of the letter.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID messageId,

            @Schema(description = "When it was handed over.", example = "2026-04-19T10:30:00Z")
            Instant sentAt) {}

    @Post("/send")
    @Allowed("admin:write")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a letter")
    Accepted send(Caller caller, @Valid @Body Sending body) {
        var variables = body.variables() == null ? Map.<String, String>of() : body.variables();
        var sent = email.send(caller, body.to(), body.templateId(), body.type(), variables);
        return new Accepted(sent.messageId(), sent.sentAt());
    }

    @Get("/outbox")
    @Allowed("admin:read")
    @Operation(summary = "Read the letters that a machine without a mail provider kept")
    List<MailboxEntry> outbox(Caller caller) {
        return email.outbox(caller);
    }

    @Get("/templates")
    @Allowed("admin:read")
    @Operation(summary = "List the letters and their wording")
    List<EmailTemplateView> templates(Caller caller) {
        return templates.all(caller);
    }

    @Get("/templates/{templateId}")
    @Allowed("admin:read")
    @Operation(summary = "Show the wording of a letter")
    EmailTemplateView template(Caller caller, UUID templateId) {
        return templates.find(caller, templateId);
    }

    @Put("/templates/{templateId}")
    @Allowed("admin:write")
    @Operation(summary = "Word a letter anew")
    EmailTemplateView reword(Caller caller, UUID templateId, @Valid @Body Wording body) {
        return templates.reword(caller, templateId, body);
    }

    @Post("/templates/{templateId}/preview")
    @Allowed("admin:read")
    @Operation(summary = "Show a letter as its reader would see it")
    Letter preview(Caller caller, UUID templateId, @Nullable @Valid @Body Trial body) {
        return templates.preview(
                caller, templateId, body == null || body.variables() == null ? Map.of() : body.variables());
    }
}
