package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How letters are worded: by the product, until an organization words them itself.
@Singleton
public class EmailTemplates {
    private final TemplateRows rows;
    private final Audit audit;
    private final Clock clock;

    EmailTemplates(TemplateRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// Every letter there is, in the organization's wording or the product's.
    @ReadOnly
    public List<EmailTemplateView> all(Caller caller) {
        var own = rows.all(caller.org()).stream().collect(Collectors.toMap(EmailTemplate::type, Function.identity()));
        return Arrays.stream(EmailType.values())
                .map(type -> view(caller, type, own.get(type)))
                .toList();
    }

    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`
    @ReadOnly
    public EmailTemplateView find(Caller caller, UUID id) {
        var type = type(caller, id);
        return view(caller, type, rows.find(caller.org(), type).orElse(null));
    }

    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`; `VALIDATION_ERROR` for a variable that is not declared
    @Transactional
    public EmailTemplateView reword(Caller caller, UUID id, Wording wording) {
        var type = type(caller, id);
        wording.requireSound(type);
        rows.put(
                id,
                caller.org(),
                type,
                wording.subject(),
                wording.bodyHtml(),
                wording.bodyText(),
                caller.actor().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(caller, AuditEvent.of("email_template.updated", id).with("type", type));
        return find(caller, id);
    }

    /// The letter as it would be, with a sample in the place of each variable that is left out.
    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`; `VALIDATION_ERROR`
    @ReadOnly
    public Letter preview(Caller caller, UUID id, Map<String, String> variables) {
        var type = type(caller, id);
        var all = new HashMap<String, String>();
        type.variables().forEach(name -> all.put(name, sample(name)));
        all.putAll(variables);
        return letter(caller, type, all);
    }

    /// A letter in the organization's wording or the product's.
    /// @throws Refusal `VALIDATION_ERROR` for variables that do not fit
    Letter letter(Caller caller, EmailType type, Map<String, String> variables) {
        var wording = rows.find(caller.org(), type).map(EmailTemplate::wording).orElseGet(() -> Defaults.of(type));
        return wording.filled(type, variables);
    }

    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`
    static EmailType type(Caller caller, UUID templateId) {
        return Arrays.stream(EmailType.values())
                .filter(type -> id(caller.org(), type).equals(templateId))
                .findFirst()
                .orElseThrow(Refusal.notFound(ErrorCode.EMAIL_TEMPLATE_NOT_FOUND, templateId));
    }

    private EmailTemplateView view(Caller caller, EmailType type, @Nullable EmailTemplate own) {
        return own == null
                ? EmailTemplateView.of(id(caller.org(), type), type, Defaults.of(type), null)
                : EmailTemplateView.of(own.templateId(), type, own.wording(), own.updatedAt());
    }

    /// Every organization has one template of each type from the beginning, so their ids follow from the two (UUID
    /// version 8).
    private static UUID id(UUID organization, EmailType type) {
        var hash = ByteBuffer.wrap(Tokens.hash(organization + " " + type));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String sample(String variable) {
        return variable.endsWith("_url") ? "https://standard.example/" + variable : "[" + variable + "]";
    }
}
