package eu.bekaa.standard.kernel;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On whose behalf a service runs: an actor within one organization.
/// @param org         the organization; [#PLATFORM] where none is needed
/// @param permissions what the actor may do there, as `resource:action`
/// @param traceId     at least 8 characters, the same in every record and answer of this request (STD-4)
public record Caller(
        UUID org,
        Actor actor,
        Set<String> permissions,
        String traceId,
        @Nullable String ipAddress,
        @Nullable String userAgent) {
    /// The organization of everything that belongs to none: catalog imports and platform events.
    public static final UUID PLATFORM = new UUID(0L, 0L);

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /// @throws Refusal `INSUFFICIENT_SCOPE` for a machine key, `FORBIDDEN` for a person
    public void require(String permission) {
        if (!may(permission)) {
            throw denied(permission);
        }
    }

    /// The refusal for an absent permission.
    public Refusal denied(String permission) {
        return switch (actor) {
            case Actor.Machine machine ->
                Refusal.denied(
                        ErrorCode.INSUFFICIENT_SCOPE,
                        permission,
                        "The scopes of key " + machine.name() + " do not include " + permission + ".");
            case Actor.Person person ->
                Refusal.denied(ErrorCode.FORBIDDEN, permission, "Your role does not include " + permission + ".");
            case Actor.Worker worker ->
                Refusal.denied(ErrorCode.FORBIDDEN, permission, worker.name() + " may not " + permission + ".");
        };
    }

    /// The human behind the call (STD-112).
    /// @throws Refusal `FORBIDDEN` for machines and workers
    public Actor.Person person() {
        return switch (actor) {
            case Actor.Person person -> person;
            case Actor.Machine machine ->
                throw new Refusal(ErrorCode.FORBIDDEN, "Only an identified person may do this.");
            case Actor.Worker worker ->
                throw new Refusal(ErrorCode.FORBIDDEN, "Only an identified person may do this.");
        };
    }

    /// The same actor, seen in another organization.
    public Caller within(UUID organization) {
        return new Caller(organization, actor, permissions, traceId, ipAddress, userAgent);
    }
}
