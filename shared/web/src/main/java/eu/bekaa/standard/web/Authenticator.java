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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Credentials → [Caller]: a session cookie or a machine key, seen in the organization of the context header
/// (STD-1, 3, 21).
@Singleton
final class Authenticator {
    private static final String RECOGNISED = "standard.recognised";
    private static final String WITHOUT_ROLE = "standard.without-role";

    private final Transactions transactions;
    private final Strangers strangers;
    private final Clock clock;

    Authenticator(Transactions transactions, Strangers strangers, Clock clock) {
        this.transactions = transactions;
        this.strangers = strangers;
        this.clock = clock;
    }

    /// @return empty without credentials
    /// @throws Refusal `UNAUTHORIZED` for credentials that are not valid (any more), `TENANT_MISMATCH` for an
    ///         organization that is not theirs, `FORBIDDEN` for a suspended one, `ACCOUNT_PENDING_APPROVAL`;
    ///         where a route needs an organization and none is known, `TENANT_CONTEXT_REQUIRED`, or
    ///         `ORGANIZATION_REQUIRED` for someone who belongs to none
    Optional<Caller> caller(HttpRequest<?> request, Need need) {
        var edge = strangers.of(request);
        var key = Credentials.machineKey(request);
        if (key != null) {
            return Optional.of(transactions.call(database -> machine(database, edge, key, request)));
        }
        var token = Credentials.sessionToken(request);
        if (token != null) {
            return Optional.of(transactions.call(database -> person(database, edge, token, request, need)));
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

    /// Whether a route can do without an organization.
    enum Need {
        ORGANIZATION,
        CREDENTIALS
    }

    /// The person or key behind credentials that were refused, in their own organization and with no permission.
    static Optional<Caller> recognised(HttpRequest<?> request) {
        return request.getAttribute(RECOGNISED, Caller.class);
    }

    /// Whether the caller holds no role in the organization of the request: a platform administrator.
    static boolean isWithoutRole(HttpRequest<?> request) {
        return request.getAttribute(WITHOUT_ROLE).isPresent();
    }

    private Caller machine(Connection database, Caller edge, String key, HttpRequest<?> request) {
        try (var select = database.prepareStatement("SELECT * FROM api_key_caller(?, ?)")) {
            select.setBytes(1, Tokens.hash(key));
            select.setTimestamp(2, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw deadKey();
                }
                return machine(edge, row, request);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The machine key could not be checked.", failure);
        }
    }

    private static Caller machine(Caller edge, ResultSet row, HttpRequest<?> request) throws SQLException {
        var organization = row.getObject("organization_id", UUID.class);
        var actor = new Actor.Machine(row.getObject("api_key_id", UUID.class), row.getString("name"));
        request.setAttribute(RECOGNISED, as(edge, organization, actor, Set.of()));
        if (!row.getBoolean("live")) {
            throw deadKey();
        }
        var wanted = Credentials.organization(request);
        if (wanted != null && !wanted.equals(organization)) {
            throw mismatch();
        }
        if (!isActive(row)) {
            throw suspended();
        }
        var scopes = List.of((String[]) row.getArray("scopes").getArray());
        return as(edge, organization, actor, KeyScope.permissions(scopes));
    }

    private Caller person(Connection database, Caller edge, String token, HttpRequest<?> request, Need need) {
        var wanted = Credentials.organization(request);
        try (var select = database.prepareStatement("SELECT * FROM session_caller(?, ?, ?)")) {
            select.setBytes(1, Tokens.hash(token));
            select.setObject(2, wanted);
            select.setTimestamp(3, Timestamp.from(clock.instant()));
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal(ErrorCode.UNAUTHORIZED, "The session is unknown or has ended; sign in again.");
                }
                var actor = new Actor.Person(
                        row.getObject("user_id", UUID.class),
                        row.getString("email"),
                        row.getString("display_name"),
                        row.getBoolean("platform_admin"));
                var own = row.getObject("session_organization_id", UUID.class);
                request.setAttribute(RECOGNISED, as(edge, own == null ? Caller.PLATFORM : own, actor, Set.of()));
                return person(edge, row, actor, request, need);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The session could not be checked.", failure);
        }
    }

    private static Caller person(Caller edge, ResultSet row, Actor.Person actor, HttpRequest<?> request, Need need)
            throws SQLException {
        if (!"active".equals(row.getString("status"))) {
            throw new Refusal(ErrorCode.ACCOUNT_PENDING_APPROVAL, "This account is not active.");
        }
        var admin = actor.platformAdmin();
        var word = row.getString("role");
        var role = word == null || !isActive(row) ? null : Word.parse(Role.class, word);
        var organization = row.getObject("organization_id", UUID.class);
        var wanted = Credentials.organization(request) != null;
        if (wanted && (organization == null || (word == null && !admin))) {
            throw mismatch();
        }
        var resolved = organization != null && (word != null || wanted);
        if (!resolved && need == Need.ORGANIZATION) {
            throw row.getInt("memberships") == 0 && !admin
                    ? new Refusal(ErrorCode.ORGANIZATION_REQUIRED, "This account belongs to no organization.")
                    : new Refusal(ErrorCode.TENANT_CONTEXT_REQUIRED, "Name one in the header x-standard-tenant-id.");
        }
        var usable = resolved && (isActive(row) || admin);
        if (resolved && !usable && (wanted || need == Need.ORGANIZATION)) {
            throw suspended();
        }
        if (usable && role == null) {
            request.setAttribute(WITHOUT_ROLE, true);
        }
        var permissions = Role.permissions(
                usable ? role : null, admin ? PlatformAdministration.GRANTED : PlatformAdministration.NONE);
        return as(edge, usable ? organization : Caller.PLATFORM, actor, permissions);
    }

    private static boolean isActive(ResultSet row) throws SQLException {
        return "active".equals(row.getString("organization_status"));
    }

    private static Caller as(Caller edge, UUID organization, Actor actor, Set<String> permissions) {
        return new Caller(organization, actor, permissions, edge.traceId(), edge.ipAddress(), edge.userAgent());
    }

    private static Refusal deadKey() {
        return new Refusal(ErrorCode.UNAUTHORIZED, "The machine key is unknown, expired or revoked.");
    }

    private static Refusal suspended() {
        return new Refusal(ErrorCode.FORBIDDEN, "This organization is suspended or archived.");
    }

    private static Refusal mismatch() {
        return new Refusal(ErrorCode.TENANT_MISMATCH, "These credentials do not belong to that organization.");
    }
}
