package eu.bekaa.standard.kernel.authority;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The vocabulary of permissions and the sets that roles are made of.
final class Permissions {
    /// What valid credentials are enough for.
    static final Set<String> IDENTIFIED = of("session:read,close");

    /// What any signed-in person may do without an organization.
    static final Set<String> SIGNED_IN = union(IDENTIFIED, of("scf:read", "organization:read", "tenant:read"));

    /// What the platform administrator flag adds (contract §1.5).
    static final Set<String> PLATFORM =
            of("scf:import,admin", "tenant:write", "organization:create", "membership:manage");

    static final Set<String> READING = of(
            "scf:read",
            "tenant:read",
            "organization:read",
            "assessment:read",
            "document:read",
            "kb:read,search",
            "soa:read",
            "evidence:read",
            "gap:read",
            "maturity:read",
            "poam:read",
            "report:read,download",
            "agent:read",
            "workflow:read",
            "artifact:read",
            "approval:read");

    static final Set<String> DRAFTING = of(
            "assessment:create,update,transition,run_workflow",
            "document:upload,reprocess",
            "kb:index",
            "soa:create,update,submit_review",
            "evidence:run",
            "gap:create,update,submit_review",
            "maturity:create,update,submit_review",
            "poam:create,update,submit_review",
            "report:create,update,render",
            "agent:run",
            "workflow:signal",
            "artifact:write");

    static final Set<String> DECIDING = of(
            "assessment:delete,close,cancel",
            "document:delete",
            "soa:approve",
            "gap:approve",
            "maturity:approve",
            "poam:approve",
            "report:approve",
            "approval:create,decide");

    static final Set<String> ADMINISTERING = of(
            "organization:update",
            "membership:manage",
            "webhook:create,read,update,delete",
            "audit:read",
            "admin:read,write",
            "metrics:read",
            "usage:read",
            "job:read");

    private Permissions() {}

    /// Each argument is `resource:action,action,…`.
    static Set<String> of(String... families) {
        return Arrays.stream(families)
                .flatMap(family -> {
                    var parts = family.split(":", 2);
                    return Arrays.stream(parts[1].split(",")).map(action -> parts[0] + ":" + action);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    @SafeVarargs
    static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }
}
