package eu.bekaa.standard.platform.apikey;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.KeyScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes, lists, rotates and revokes the machine keys of an organization.
@Singleton
public class ApiKeyService {
    /// What every raw key begins with (STD-20).
    public static final String PREFIX = "standard_live_";

    private final ApiKeys keys;
    private final Tokens tokens;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ApiKeyService(ApiKeys keys, Tokens tokens, Audit audit, Ids ids, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A rotation: the key that takes over, and when the old one ends.
    public record Rotation(NewApiKey successor, UUID oldKey, Instant revokesAt) {}

    @ReadOnly
    public List<ApiKeyView> all(Caller caller) {
        byPersonOnly(caller);
        var now = clock.instant();
        return keys.all(caller.org()).stream()
                .map(key -> ApiKeyView.of(key, now))
                .toList();
    }

    /// @param scopes every scope that is offered when null (STD-24)
    /// @throws Refusal `VALIDATION_ERROR` for no or unknown scopes, or an expiry that has passed
    @Transactional
    public NewApiKey create(Caller caller, String name, @Nullable Instant expiresAt, @Nullable List<String> scopes) {
        byPersonOnly(caller);
        requireFuture(expiresAt);
        var made = make(caller, name, expiresAt, scopes == null ? KeyScope.offered() : checked(scopes));
        audit.record(
                caller,
                AuditEvent.of("api_key.created", made.id())
                        .with("scopes", made.scopes().size()));
        return made;
    }

    /// The key of local scripts, which may also import catalogs: the one exception to the scopes of contract §1.5.
    @Transactional
    public NewApiKey createLocal(Caller caller, String name) {
        var scopes = new ArrayList<>(KeyScope.offered());
        scopes.add(KeyScope.SCF_IMPORT.toString());
        var made = make(caller, name, null, scopes);
        audit.record(caller, "api_key.created", made.id());
        return made;
    }

    /// Changes what a key is called, may do, or how long it lives; an absent value keeps what it was.
    /// @throws Refusal `API_KEY_NOT_FOUND`; `CONFLICT` for a revoked key (STD-22); `VALIDATION_ERROR` as `create`
    @Transactional
    public ApiKeyView revise(
            Caller caller, UUID id, @Nullable String name, @Nullable Instant expiresAt, @Nullable List<String> scopes) {
        byPersonOnly(caller);
        var key = locked(caller, id);
        var now = clock.instant();
        if (key.status(now) == ApiKey.Status.REVOKED) {
            throw new Refusal(ErrorCode.CONFLICT, "A revoked key cannot be changed.");
        }
        requireFuture(expiresAt);
        var revised = key.revised(name, expiresAt, scopes == null ? null : checked(scopes));
        keys.update(revised);
        audit.record(
                caller,
                AuditEvent.of("api_key.updated", id)
                        .with("scopes", revised.scopes().size()));
        return ApiKeyView.of(revised, now);
    }

    private void requireFuture(@Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw Refusal.invalid("expires_at", "expires_at lies in the future.");
        }
    }

    /// Ends a key at once; ending it again changes nothing.
    @Transactional
    public Instant revoke(Caller caller, UUID id) {
        byPersonOnly(caller);
        var key = locked(caller, id);
        var now = clock.instant();
        if (key.status(now) == ApiKey.Status.REVOKED && key.revokesAt() != null) {
            return key.revokesAt();
        }
        keys.revoke(caller.org(), id, now, key.successorId());
        audit.record(caller, "api_key.revoked", id);
        return now;
    }

    /// Replaces a key by one with the same scopes and expiry (STD-22).
    /// @param grace how long the old key still works, 0 to 168 hours
    /// @throws Refusal `CONFLICT` for a key that is revoked, has expired or was rotated before
    @Transactional
    public Rotation rotate(Caller caller, UUID id, Duration grace) {
        byPersonOnly(caller);
        var key = locked(caller, id);
        var now = clock.instant();
        if (key.status(now) != ApiKey.Status.ACTIVE || key.successorId() != null) {
            throw new Refusal(ErrorCode.CONFLICT, "A revoked, expired or rotated key cannot be rotated.");
        }
        var successor = make(caller, key.name() + " (rotated)", key.expiresAt(), key.scopes());
        keys.revoke(caller.org(), id, now.plus(grace), successor.id());
        audit.record(caller, AuditEvent.of("api_key.rotated", id).with("successor", successor.id()));
        return new Rotation(successor, id, now.plus(grace));
    }

    private NewApiKey make(Caller caller, String name, @Nullable Instant expiresAt, List<String> scopes) {
        var raw = PREFIX + tokens.fresh();
        var masked = raw.substring(0, PREFIX.length() + 4) + "…" + raw.substring(raw.length() - 4);
        var id = ids.next();
        keys.save(new ApiKey(
                id,
                caller.org(),
                name,
                Tokens.hash(raw),
                masked,
                scopes,
                caller.actor().id(),
                clock.instant(),
                expiresAt,
                null,
                null,
                null));
        return new NewApiKey(id, name, raw, masked, scopes, expiresAt);
    }

    private ApiKey locked(Caller caller, UUID id) {
        return keys.locked(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.API_KEY_NOT_FOUND, id));
    }

    private static List<String> checked(List<String> scopes) {
        if (scopes.isEmpty()) {
            throw Refusal.invalid("scopes", "scopes names at least one scope, or is left out.");
        }
        var offered = KeyScope.offered();
        for (var scope : scopes) {
            if (!offered.contains(scope)) {
                throw Refusal.invalid("scopes", "There is no scope " + scope + ".");
            }
        }
        return scopes.stream().distinct().toList();
    }

    /// Keys never manage keys (STD-23).
    private static void byPersonOnly(Caller caller) {
        if (caller.actor() instanceof Actor.Machine) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A machine key cannot see or change machine keys.");
        }
    }
}
