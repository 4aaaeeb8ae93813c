package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.Word;
import eu.bekaa.standard.kernel.authority.KeyScope;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Credentials → [Caller]: a session cookie or a machine key, seen in the organization of the context header (STD-1,
/// 3, 21).
@Singleton
final class Authenticator {
    private static final UUID NOBODY = Caller.PLATFORM;

    private final Transactions transactions;
    private final Clock clock;

    Authenticator(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return empty without credentials
    /// @throws Refusal `UNAUTHORIZED` for credentials that are not valid (any more), `TENANT_MISMATCH` for an
    ///         organization that is not theirs, `TENANT_CONTEXT_REQUIRED` where the route needs an organization and
    ///         none is known
    Optional<Caller> caller(HttpRequest<?> request, Need need) {
        var edge = nobody(request);
        var key = Credentials.machineKey(request);
        if (key != null) {
            return Optional.of(transactions.write(edge, () -> machine(edge, key, wanted(request))));
        }
        var token = Credentials.sessionToken(request);
        if (token != null) {
            return Optional.of(transactions.read(edge, () -> person(edge, token, wanted(request), need)));
        }
        return Optional.empty();
    }

    /// Whether work can be done in an organization, its own or not.
    boolean isOrganization(Caller caller, UUID organization) {
        return transactions.read(caller, () -> {
            try (var select = transactions
                    .connection()
                    .prepareStatement(
                            "SELECT 1 FROM platform_organizations() WHERE organization_id = ? AND status = 'active'")) {
                select.setObject(1, organization);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("The organization could not be looked up.", failure);
            }
        });
    }

    /// The caller of an open route: nobody, with no permission, outside every organization.
    Caller nobody(HttpRequest<?> request) {
        return new Caller(
                Caller.PLATFORM,
                new Actor.Worker(NOBODY, "edge"),
                Set.of(),
                Trace.of(request),
                address(request),
                agent(request));
    }

    /// Whether a route can do without an organization.
    enum Need {
        ORGANIZATION,
        CREDENTIALS
    }

    private Caller machine(Caller edge, String key, @Nullable UUID wanted) {
        try (var select = transactions.connection().prepareStatement("SELECT * FROM credential_api_key(?, ?)")) {
            select.setBytes(1, Tokens.hash(key));
            select.setTimestamp(2, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal(ErrorCode.UNAUTHORIZED, "The machine key is unknown, expired or revoked.");
                }
                var organization = row.getObject("organization_id", UUID.class);
                if (wanted != null && !wanted.equals(organization)) {
                    throw mismatch();
                }
                var actor = new Actor.Machine(row.getObject("api_key_id", UUID.class), row.getString("name"));
                var scopes = List.of((String[]) row.getArray("scopes").getArray());
                return as(edge, organization, actor, KeyScope.permissions(scopes));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The machine key could not be checked.", failure);
        }
    }

    private Caller person(Caller edge, String token, @Nullable UUID wanted, Need need) {
        try (var select = transactions.connection().prepareStatement("SELECT * FROM credential_session(?, ?, ?)")) {
            select.setBytes(1, Tokens.hash(token));
            select.setObject(2, wanted);
            select.setTimestamp(3, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal(ErrorCode.UNAUTHORIZED, "The session is unknown or has ended; sign in again.");
                }
                return person(edge, row, wanted, need);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The session could not be checked.", failure);
        }
    }

    private static Caller person(Caller edge, ResultSet row, @Nullable UUID wanted, Need need) throws SQLException {
        if (!"active".equals(row.getString("status"))) {
            throw new Refusal(ErrorCode.ACCOUNT_PENDING_APPROVAL, "This account is not active.");
        }
        var admin = row.getBoolean("platform_admin");
        var actor = new Actor.Person(
                row.getObject("user_id", UUID.class), row.getString("email"), row.getString("display_name"), admin);
        var word = row.getString("role");
        var role = word == null || !"active".equals(row.getString("organization_status"))
                ? null
                : Word.parse(Role.class, word);
        var organization = row.getObject("organization_id", UUID.class);
        if (wanted != null && role == null && !(admin && organization != null)) {
            throw mismatch();
        }
        if (organization == null && need == Need.ORGANIZATION) {
            throw new Refusal(
                    ErrorCode.TENANT_CONTEXT_REQUIRED, "Name an organization in the header x-standard-tenant-id.");
        }
        var permissions = Role.permissions(role, admin ? PlatformAdministration.GRANTED : PlatformAdministration.NONE);
        return as(edge, organization == null ? Caller.PLATFORM : organization, actor, permissions);
    }

    private static Caller as(Caller edge, UUID organization, Actor actor, Set<String> permissions) {
        return new Caller(organization, actor, permissions, edge.traceId(), edge.ipAddress(), edge.userAgent());
    }

    private static @Nullable UUID wanted(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var sent = headers.get("x-standard-tenant-id") != null
                ? headers.get("x-standard-tenant-id")
                : headers.get("X-Tenant-Id");
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("x-standard-tenant-id", "x-standard-tenant-id is not an organization id.");
        }
    }

    private static Refusal mismatch() {
        return new Refusal(ErrorCode.TENANT_MISMATCH, "These credentials do not belong to that organization.");
    }

    private static String address(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress() == null
                ? request.getRemoteAddress().getHostString()
                : request.getRemoteAddress().getAddress().getHostAddress();
    }

    private static @Nullable String agent(HttpRequest<?> request) {
        var agent = request.getHeaders().get("User-Agent");
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), 300));
    }
}
