package eu.bekaa.standard.platform.membership;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.platform.email.EmailService;
import eu.bekaa.standard.platform.email.EmailType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The members of the caller's organization: invited, given another role, removed (contract §4). An organization
/// always keeps someone who can manage it, and nobody changes their own role.
@Singleton
public class Members {
    private final MemberRows rows;
    private final MembershipConfig config;
    private final EmailService letters;
    private final Tokens tokens;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Members(
            MemberRows rows,
            MembershipConfig config,
            EmailService letters,
            Tokens tokens,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.config = config;
        this.letters = letters;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Someone has been invited.
    /// @param token what the invited person shows, of which only a hash is kept; null where a letter brings it
    public record Invited(Member member, @Nullable String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invitation of " + member.memberId();
        }
    }

    /// Members and invited people, the oldest first.
    @ReadOnly
    public List<Member> all(Caller caller) {
        return rows.all(caller.org());
    }

    /// Invites a person, by a letter where letters are sent; an invitation that has ended is replaced.
    /// @param displayName what to call them until they say themselves; the address, if null
    /// @throws Refusal `VALIDATION_ERROR`; `CONFLICT` for a member or someone already invited
    @Transactional
    public Invited invite(Caller caller, String email, Role role, @Nullable String displayName) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (!address.matches("[^@\\s]+@[^@\\s]+")) {
            throw Refusal.invalid("email", "email is not an address.");
        }
        var now = clock.instant();
        for (var known : rows.all(caller.org())) {
            if (known.email().equals(address)) {
                replaceEnded(caller, known, now);
            }
        }
        var token = tokens.fresh();
        var name = displayName == null || displayName.isBlank() ? address : plain(displayName);
        var invitation = rows.save(new Invitation(
                ids.next(),
                caller.org(),
                address,
                name,
                role,
                Tokens.hash(token),
                caller.actor().id(),
                now,
                now.plus(config.invitationLife())));
        audit.record(
                caller,
                AuditEvent.of("membership.invited", invitation.membershipId()).with("role", role));
        var link = letters.webAddress() + "/auth/accept-invitation?token=" + token;
        letters.post(
                caller,
                address,
                EmailType.VERIFICATION,
                Map.of("name", name, "verification_url", link),
                invitation.membershipId());
        return new Invited(invitation.member(), letters.reachesPeople() ? null : token, invitation.expiresAt());
    }

    /// A name stands in letters, where a line is a line.
    static String plain(String name) {
        return name.strip().replaceAll("\\p{Cntrl}+", " ");
    }

    private void replaceEnded(Caller caller, Member known, Instant now) {
        var ends = known.expiresAt();
        if (ends == null) {
            throw new Refusal(ErrorCode.CONFLICT, "This person is a member already.");
        }
        if (ends.isAfter(now)) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "This person is invited already; delete the invitation to send another.");
        }
        rows.withdraw(caller.org(), known.memberId());
    }

    /// @throws Refusal `MEMBER_NOT_FOUND`; `FORBIDDEN` for the caller's own role; `CONFLICT` when nobody would
    ///         be left to manage the organization
    @Transactional
    public Member changeRole(Caller caller, UUID memberId, Role role) {
        var managers = rows.lockManagers(caller.org());
        var member = find(caller, memberId);
        if (caller.actor().id().equals(member.userId())) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Nobody changes their own role.");
        }
        if (member.isInvited()) {
            rows.changePromise(caller.org(), memberId, role);
        } else {
            if (!role.managesMembers()) {
                requireAnother(managers, memberId);
            }
            rows.changeRole(caller.org(), memberId, role);
        }
        audit.record(
                caller,
                AuditEvent.of("membership.role_changed", memberId)
                        .with("from", member.role())
                        .with("to", role));
        return find(caller, memberId);
    }

    /// Ends a membership or withdraws an invitation, at once.
    /// @throws Refusal `MEMBER_NOT_FOUND`; `CONFLICT` when nobody would be left to manage the organization
    @Transactional
    public void remove(Caller caller, UUID memberId) {
        var managers = rows.lockManagers(caller.org());
        var member = find(caller, memberId);
        if (member.isInvited()) {
            rows.withdraw(caller.org(), memberId);
            audit.record(caller, "membership.invitation_withdrawn", memberId);
        } else {
            requireAnother(managers, memberId);
            rows.remove(caller.org(), memberId);
            audit.record(caller, AuditEvent.of("membership.removed", memberId).with("role", member.role()));
        }
    }

    private Member find(Caller caller, UUID memberId) {
        return rows.all(caller.org()).stream()
                .filter(member -> member.memberId().equals(memberId))
                .findFirst()
                .orElseThrow(Refusal.notFound(ErrorCode.MEMBER_NOT_FOUND, memberId));
    }

    private static void requireAnother(List<UUID> managers, UUID leaving) {
        if (managers.size() == 1 && managers.contains(leaving)) {
            throw new Refusal(ErrorCode.CONFLICT, "The organization would be left without an owner or administrator.");
        }
    }
}
