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
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words letters and hands them to whoever carries them.
@Singleton
public class EmailService {
    private static final int SHOWN = 100;

    private final EmailTemplates templates;
    private final EmailRows letters;
    private final Sender sender;
    private final EmailConfig config;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    EmailService(
            EmailTemplates templates,
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
        var letter = transactions.read(caller, () -> templates.letter(caller, wanted, variables));
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
        var letter = templates.letter(caller, type, variables);
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

    private EmailType wanted(Caller caller, @Nullable UUID templateId, @Nullable EmailType type) {
        if (templateId == null && type == null || templateId != null && type != null) {
            throw Refusal.invalid("type", "Either template_id or type names the letter.");
        }
        return type == null && templateId != null
                ? EmailTemplates.type(caller, templateId)
                : Objects.requireNonNull(type);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
