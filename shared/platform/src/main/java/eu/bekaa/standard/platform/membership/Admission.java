package eu.bekaa.standard.platform.membership;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import eu.bekaa.standard.platform.email.EmailService;
import eu.bekaa.standard.platform.email.EmailType;
import eu.bekaa.standard.platform.identity.Account;
import eu.bekaa.standard.platform.identity.Directory;
import eu.bekaa.standard.platform.identity.Identity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets invited people in. Whoever has no account yet chooses a password; whoever has one proves it by theirs,
/// so that an invitation never gives access to another person's account.
@Singleton
public class Admission {
    private final MemberRows rows;
    private final Identity identity;
    private final MembershipConfig config;
    private final EmailService letters;
    private final Directory directory;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Admission(
            MemberRows rows,
            Identity identity,
            MembershipConfig config,
            EmailService letters,
            Directory directory,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.identity = identity;
        this.config = config;
        this.letters = letters;
        this.directory = directory;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom an invitation is for, so that attempts on an account are counted together, or empty for no invitation.
    public Optional<String> address(Caller nobody, String token) {
        return transactions.read(nobody, () -> rows.addressOf(Tokens.hash(token), clock.instant()));
    }

    /// @param displayName in place of the name in the invitation; of no effect for an account that exists
    /// @throws Refusal `INVITATION_NOT_FOUND` for a token that is unknown, used, withdrawn or too old;
    ///         `UNAUTHORIZED` when the address has an account with another password; `VALIDATION_ERROR` for a
    ///         password too short; `SINGLE_ORG_LIMIT` where people belong to one organization only
    public Member accept(Caller nobody, String token, String password, @Nullable String displayName) {
        var hash = Tokens.hash(token);
        var organization = transactions
                .read(nobody, () -> rows.organizationOf(hash, clock.instant()))
                .orElseThrow(Admission::unknown);
        var address = address(nobody, token).orElseThrow(Admission::unknown);
        var known = identity.proven(nobody, address, password);
        var edge = nobody.within(organization);
        return transactions.write(edge, () -> {
            var invitation = rows.locked(organization, hash).orElseThrow(Admission::unknown);
            var name = displayName == null || displayName.isBlank()
                    ? invitation.displayName()
                    : Members.plain(displayName);
            var user = known.orElseGet(
                    () -> identity.enrol(edge, new Account(address, name, password, PlatformAdministration.NONE)));
            return join(edge, invitation, user, name);
        });
    }

    private Member join(Caller edge, Invitation invitation, UUID user, String name) {
        if (config.singleOrganization() && rows.memberships(user) > 0) {
            throw new Refusal(ErrorCode.SINGLE_ORG_LIMIT, "This person belongs to another organization already.");
        }
        var person = new Caller(
                edge.org(),
                new Actor.Person(user, invitation.email(), name, false),
                edge.permissions(),
                edge.traceId(),
                edge.ipAddress(),
                edge.userAgent());
        var id = invitation.membershipId();
        rows.withdraw(edge.org(), id);
        rows.join(id, edge.org(), user, invitation.role(), clock.instant());
        audit.record(person, AuditEvent.of("membership.created", id).with("role", invitation.role()));
        var facts = Map.of(
                "name",
                name,
                "organization",
                directory.organization(edge),
                "sign_in_url",
                letters.webAddress() + "/auth/sign-in");
        letters.post(person, invitation.email(), EmailType.WELCOME, facts, user);
        return rows.all(edge.org()).stream()
                .filter(member -> member.memberId().equals(id))
                .findFirst()
                .orElseThrow(Admission::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(
                ErrorCode.INVITATION_NOT_FOUND,
                "There is no such invitation, or it has been used, withdrawn or has ended.");
    }
}
