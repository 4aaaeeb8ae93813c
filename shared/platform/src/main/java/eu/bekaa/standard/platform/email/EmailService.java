package eu.bekaa.standard.platform.email;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words letters and hands them to whoever carries them.
@Singleton
public class EmailService {
    private static final int SHOWN = 100;

    private final TemplateRows templates;
    private final EmailRows letters;
    private final Sender sender;
    private final EmailConfig config;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    EmailService(
            TemplateRows templates,
            EmailRows letters,
            Sender sender,
            EmailConfig config,
            Transactions transactions,
            Jobs jobs,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.templates = templates;
        this.letters = letters;
        this.sender = sender;
        this.config = config;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A letter that somebody has sent.
    public record Sent(UUID messageId, Instant sentAt) {}

    /// Sends a letter now.
    /// @param templateId or `type`, one of the two
    /// @throws Refusal `VALIDATION_ERROR` for an address or variables that do not fit; `EMAIL_SERVICE_UNAVAILABLE`,
    ///         `EMAIL_SEND_FAILED`, `RATE_LIMIT_EXCEEDED` from the one who carries it
    public Sent send(
            Caller caller,
            String to,
            @Nullable UUID templateId,
            @Nullable EmailType type,
            Map<String, String> variables) {
        if (!Addresses.isOne(to)) {
            throw Refusal.invalid("to", "to is one mail address.");
        }
        var wanted = wanted(caller, templateId, type);
        var letter = transactions.read(caller, () -> wording(caller, wanted)).filled(wanted, variables);
        var message = sender.send(to, letter);
        return transactions.write(caller, () -> {
            var written = write(caller, wanted, to, letter, null);
            record(caller, written.emailId(), message);
            audit.record(caller, AuditEvent.of("email.sent", written.emailId()).with("type", wanted));
            return new Sent(written.emailId(), written.createdAt());
        });
    }

    /// Puts a letter about an event in the queue, unless its reader has one about that event already.
    @Transactional
    public void post(Caller caller, String to, EmailType type, Map<String, String> variables, UUID event) {
        if (!sender.isConfigured() || !Addresses.isOne(to) || letters.told(caller.org(), event, to)) {
            return;
        }
        var letter = wording(caller, type).filled(type, variables);
        var written = write(caller, type, to, letter, event);
        jobs.submit(caller, Queue.DELIVERIES, JobKind.SEND_EMAIL, written.emailId(), Map.of());
    }

    /// Whether letters reach people by themselves, and are not kept here or refused.
    public boolean reachesPeople() {
        return sender.isConfigured() && !sender.keeps();
    }

    /// Where links in letters lead.
    public String webAddress() {
        return config.webAddress();
    }

    /// What the mailbox holds, newest first, at most 100.
    /// @throws Refusal `NOT_FOUND` where letters are really sent
    @ReadOnly
    public List<MailboxEntry> outbox(Caller caller) {
        if (!sender.keeps()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no mailbox here: letters are sent, or refused.");
        }
        return letters.kept(caller.org(), SHOWN).stream().map(MailboxEntry::of).toList();
    }

    /// Every letter there is, in the organization's wording or the product's.
    @ReadOnly
    public List<EmailTemplateView> templates(Caller caller) {
        var own = templates.all(caller.org()).stream()
                .collect(Collectors.toMap(EmailTemplate::type, Function.identity()));
        return Arrays.stream(EmailType.values())
                .map(type -> view(caller, type, own.get(type)))
                .toList();
    }

    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`
    @ReadOnly
    public EmailTemplateView template(Caller caller, UUID id) {
        var type = type(caller, id);
        return view(caller, type, templates.find(caller.org(), type).orElse(null));
    }

    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`; `VALIDATION_ERROR` for a variable that is not declared
    @Transactional
    public EmailTemplateView reword(Caller caller, UUID id, Wording wording) {
        var type = type(caller, id);
        wording.requireSound(type);
        templates.put(
                id,
                caller.org(),
                type,
                wording.subject(),
                wording.bodyHtml(),
                wording.bodyText(),
                caller.actor().id(),
                now());
        audit.record(caller, AuditEvent.of("email_template.updated", id).with("type", type));
        return template(caller, id);
    }

    /// The letter as it would be, with a sample in the place of each variable that is left out.
    /// @throws Refusal `EMAIL_TEMPLATE_NOT_FOUND`; `VALIDATION_ERROR`
    @ReadOnly
    public Letter preview(Caller caller, UUID id, Map<String, String> variables) {
        var type = type(caller, id);
        var all = new HashMap<String, String>();
        type.variables().forEach(name -> all.put(name, sample(name)));
        all.putAll(variables);
        return wording(caller, type).filled(type, all);
    }

    /// Hands a letter of the queue over.
    /// @throws Refusal as [#send]
    @Nullable
    String carry(EmailMessage message) {
        return sender.send(
                message.recipient(),
                new Letter(
                        String.valueOf(message.subject()),
                        String.valueOf(message.bodyHtml()),
                        String.valueOf(message.bodyText())));
    }

    void record(Caller caller, UUID emailId, @Nullable String message) {
        letters.sent(caller.org(), emailId, message, now());
        if (!sender.keeps()) {
            letters.forget(caller.org(), emailId);
        }
    }

    private EmailMessage write(Caller caller, EmailType type, String to, Letter letter, @Nullable UUID event) {
        return letters.save(new EmailMessage(
                ids.next(),
                caller.org(),
                type,
                to,
                event,
                EmailMessage.Status.QUEUED,
                letter.subject(),
                letter.bodyHtml(),
                letter.bodyText(),
                null,
                now(),
                null));
    }

    private Wording wording(Caller caller, EmailType type) {
        return templates.find(caller.org(), type).map(EmailTemplate::wording).orElseGet(() -> Defaults.of(type));
    }

    private EmailTemplateView view(Caller caller, EmailType type, @Nullable EmailTemplate own) {
        return own == null
                ? EmailTemplateView.of(id(caller.org(), type), type, Defaults.of(type), null)
                : EmailTemplateView.of(own.templateId(), type, own.wording(), own.updatedAt());
    }

    private EmailType wanted(Caller caller, @Nullable UUID templateId, @Nullable EmailType type) {
        if (templateId == null && type == null || templateId != null && type != null) {
            throw Refusal.invalid("type", "Either template_id or type names the letter.");
        }
        return type == null && templateId != null ? type(caller, templateId) : Objects.requireNonNull(type);
    }

    private static EmailType type(Caller caller, UUID templateId) {
        return Arrays.stream(EmailType.values())
                .filter(type -> id(caller.org(), type).equals(templateId))
                .findFirst()
                .orElseThrow(Refusal.notFound(ErrorCode.EMAIL_TEMPLATE_NOT_FOUND, templateId));
    }

    /// Every organization has one template of each type from the beginning, so their ids follow from the two (UUID
    /// version 8).
    static UUID id(UUID organization, EmailType type) {
        var hash = ByteBuffer.wrap(Tokens.hash(organization + " " + type));
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String sample(String variable) {
        return variable.endsWith("_url") ? "https://standard.example/" + variable : "[" + variable + "]";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
