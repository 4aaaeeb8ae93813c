package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and the people who can.
@Singleton
public class Identity {
    private static final Duration SESSION = Duration.ofHours(12);

    private final IdentityRows rows;
    private final Transactions transactions;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Identity(
            IdentityRows rows,
            Transactions transactions,
            Passwords passwords,
            Tokens tokens,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Opens a session. An unknown address and a wrong password are told apart neither by the answer nor by its
    /// timing.
    /// @throws Refusal `UNAUTHORIZED`, or `ACCOUNT_PENDING_APPROVAL` when the password is right but the account is
    ///         not active
    public Session signIn(Caller nobody, String email, String password) {
        var person = checked(nobody, email, password).orElseThrow(() -> wrong(nobody, null));
        var caller = asThemselves(nobody, person);
        return transactions.write(caller, () -> open(caller, person));
    }

    /// The account of an address whose password is shown, or empty where the address has none.
    /// @throws Refusal as `signIn`, but for the unknown address
    public Optional<UUID> proven(Caller nobody, String email, String password) {
        return checked(nobody, email, password).map(IdentityRows.Candidate::userId);
    }

    /// Takes as long for an unknown address as for a wrong password.
    private Optional<IdentityRows.Candidate> checked(Caller nobody, String email, String password) {
        var known = transactions.read(nobody, () -> rows.candidate(email));
        var hash = known.map(IdentityRows.Candidate::passwordHash).orElseGet(passwords::nobodys);
        var matches = passwords.matches(password, hash);
        known.ifPresent(person -> {
            if (!matches) {
                throw wrong(nobody, person.userId());
            }
            if (!"active".equals(person.status())) {
                throw new Refusal(ErrorCode.ACCOUNT_PENDING_APPROVAL, "This account is not active.");
            }
        });
        return known;
    }

    private Refusal wrong(Caller nobody, @Nullable UUID whose) {
        audit.recordAside(
                nobody, AuditEvent.of("security.sign_in_failed", whose).outcome(Outcome.DENIED));
        return new Refusal(ErrorCode.UNAUTHORIZED, "The address or the password is not right.");
    }

    private Session open(Caller caller, IdentityRows.Candidate person) {
        var now = clock.instant();
        var session = new Session(
                tokens.fresh(),
                person.userId(),
                person.email(),
                person.displayName(),
                person.organizationId(),
                now.plus(SESSION));
        var id = ids.next();
        rows.openSession(
                id, Tokens.hash(session.token()), person.userId(), person.organizationId(), now, session.expiresAt());
        audit.record(caller, "session.opened", id);
        return session;
    }

    /// Ends the session that the token belongs to; an unknown one is nothing to refuse.
    @Transactional
    public void signOut(Caller caller, String token) {
        rows.closeSession(Tokens.hash(token));
        audit.record(caller, "session.closed", caller.actor().id());
    }

    /// Makes a person known, or finds the one already known by that address.
    @Transactional
    public UUID register(Caller caller, Account account) {
        return create(caller, ids.next(), account);
    }

    /// Makes a person known by an address that nobody has.
    /// @throws Refusal `CONFLICT` when someone has it
    @Transactional
    public UUID enrol(Caller caller, Account account) {
        var id = ids.next();
        if (!create(caller, id, account).equals(id)) {
            throw new Refusal(ErrorCode.CONFLICT, "An account with this address was made meanwhile; try again.");
        }
        return id;
    }

    private UUID create(Caller caller, UUID wanted, Account account) {
        var id = rows.createUser(
                wanted,
                account.email(),
                account.displayName(),
                passwords.hash(account.password()),
                account.administration() == PlatformAdministration.GRANTED,
                clock.instant());
        audit.record(caller, "user.registered", id);
        return id;
    }

    private static Caller asThemselves(Caller nobody, IdentityRows.Candidate person) {
        var actor = new Actor.Person(person.userId(), person.email(), person.displayName(), person.platformAdmin());
        var organization = person.organizationId();
        return new Caller(
                organization == null ? Caller.PLATFORM : organization,
                actor,
                nobody.permissions(),
                nobody.traceId(),
                nobody.ipAddress(),
                nobody.userAgent());
    }
}
