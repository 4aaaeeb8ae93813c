package eu.bekaa.standard.testing;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.KeyScope;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Makes organizations with people in them, straight in the database.
@Singleton
public class Tenants {
    private static final String USER = """
            INSERT INTO app_user (user_id, email, display_name, password_hash, platform_admin, created_at)
            VALUES (?, ?, ?, 'none', ?, now())
            """;
    private static final String MEMBER = """
            INSERT INTO membership (membership_id, organization_id, user_id, role, created_at)
            VALUES (?, ?, ?, ?, now())
            """;
    private static final String SESSION = """
            INSERT INTO session (session_id, token_hash, user_id, organization_id, created_at, expires_at)
            VALUES (?, ?, ?, ?, now(), now() + interval '1 day')
            """;
    private static final String KEY = """
            INSERT INTO api_key (api_key_id, organization_id, name, key_hash, masked_key, scopes, created_by, created_at)
            VALUES (?, ?, 'test key', ?, 'standard_live_…', ?, ?, now())
            """;

    private final Ids ids;
    private final Tokens tokens;

    Tenants(Ids ids, Tokens tokens) {
        this.ids = ids;
        this.tokens = tokens;
    }

    public Tenant create() {
        var org = ids.next();
        var secrets = new HashMap<UUID, String>();
        try (var connection = TestDatabase.instance().owner()) {
            OwnerSql.change(
                    connection,
                    "INSERT INTO organization (organization_id, slug, name, created_at) VALUES (?, ?, ?, now())",
                    org,
                    "t-" + org,
                    "Test organization " + org);
            var assessor = person(connection, org, Role.MEMBER, PlatformAdministration.NONE, secrets);
            return new Tenant(
                    org,
                    assessor,
                    person(connection, org, Role.ADMIN, PlatformAdministration.NONE, secrets),
                    person(connection, org, Role.OWNER, PlatformAdministration.NONE, secrets),
                    person(connection, org, Role.VIEWER, PlatformAdministration.NONE, secrets),
                    person(connection, org, Role.AUDITOR, PlatformAdministration.NONE, secrets),
                    person(connection, org, Role.OWNER, PlatformAdministration.GRANTED, secrets),
                    machine(connection, org, assessor, secrets),
                    Map.copyOf(secrets));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Caller person(
            Connection connection,
            UUID org,
            Role role,
            PlatformAdministration administration,
            Map<UUID, String> secrets)
            throws SQLException {
        var id = ids.next();
        var admin = administration == PlatformAdministration.GRANTED;
        var email = role + "-" + id + "@test.local";
        var token = tokens.fresh();
        OwnerSql.change(connection, USER, id, email, role + " of the test", admin);
        OwnerSql.change(connection, MEMBER, ids.next(), org, id, role.toString());
        OwnerSql.change(connection, SESSION, ids.next(), Tokens.hash(token), id, org);
        secrets.put(id, token);
        return caller(
                org, new Actor.Person(id, email, role + " of the test", admin), Role.permissions(role, administration));
    }

    private Caller machine(Connection connection, UUID org, Caller by, Map<UUID, String> secrets) throws SQLException {
        var id = ids.next();
        var raw = "standard_live_" + tokens.fresh();
        var scopes = connection.createArrayOf("text", KeyScope.offered().toArray());
        OwnerSql.change(
                connection, KEY, id, org, Tokens.hash(raw), scopes, by.actor().id());
        secrets.put(id, raw);
        return caller(org, new Actor.Machine(id, "test key"), KeyScope.permissions(KeyScope.offered()));
    }

    private static Caller caller(UUID org, Actor actor, Set<String> permissions) {
        return new Caller(org, actor, permissions, "test-trace-" + actor.id(), "127.0.0.1", "test");
    }
}
