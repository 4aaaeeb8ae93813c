package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.authority.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Organizations and who belongs to them (contract §4).
@Singleton
public class OrganizationService {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])");

    private final IdentityRows rows;
    private final Transactions transactions;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    OrganizationService(IdentityRows rows, Transactions transactions, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether an organization's records are for show only.
    public enum Nature {
        REAL,
        SYNTHETIC
    }

    /// The organizations that the caller may see: all for a platform administrator, their own for everyone else.
    @ReadOnly
    public List<Organization> visible(Caller caller) {
        return switch (caller.actor()) {
            case Actor.Person person when person.platformAdmin() -> rows.allOrganizations();
            case Actor.Person person -> rows.organizationsOf(person.id());
            case Actor.Machine machine ->
                rows.organization(caller.org()).stream().toList();
            case Actor.Worker worker -> List.of();
        };
    }

    /// @throws Refusal `ORGANIZATION_NOT_FOUND`, also for one that the caller may not see
    @ReadOnly
    public Organization find(Caller caller, UUID id) {
        return visible(caller).stream()
                .filter(organization -> organization.organizationId().equals(id))
                .findFirst()
                .orElseThrow(Refusal.notFound(ErrorCode.ORGANIZATION_NOT_FOUND, id));
    }

    /// @param slug 2 to 63 lower-case letters, digits and hyphens, unique on the platform
    /// @throws Refusal `VALIDATION_ERROR`; `CONFLICT` for a slug that is taken
    @Transactional
    public UUID create(Caller caller, String slug, String name, Nature nature) {
        if (!SLUG.matcher(slug).matches()) {
            throw Refusal.invalid("slug", "slug has 2 to 63 lower-case letters, digits and hyphens.");
        }
        if (name.isBlank()) {
            throw Refusal.invalid("name", "name must not be blank.");
        }
        if (rows.isTaken(slug)) {
            throw new Refusal(ErrorCode.CONFLICT, "The slug " + slug + " is taken.");
        }
        var id = ids.next();
        rows.createOrganization(id, slug, name, nature == Nature.SYNTHETIC, clock.instant());
        audit.record(caller, "organization.created", id);
        return id;
    }

    /// Renames, suspends, archives or reinstates an organization; to its people and keys a suspension counts at
    /// once. The record stands in that organization's own chain.
    /// @throws Refusal `ORGANIZATION_NOT_FOUND`
    public Organization revise(Caller caller, UUID id, @Nullable String name, @Nullable OrganizationStatus status) {
        // a transaction of its own: one that the edge has opened belongs to the caller's organization
        var there = caller.within(id);
        return transactions.writeAside(there, () -> {
            var revised = rows.revise(id, name, status == null ? null : status.toString())
                    .orElseThrow(Refusal.notFound(ErrorCode.ORGANIZATION_NOT_FOUND, id));
            audit.record(there, AuditEvent.of("organization.updated", id).with("status", revised.status()));
            return revised;
        });
    }

    /// Gives a person a role in the caller's organization.
    @Transactional
    public void addMember(Caller caller, UUID user, Role role) {
        var id = ids.next();
        rows.addMember(id, caller.org(), user, role, clock.instant());
        audit.record(caller, "membership.created", id);
    }
}
