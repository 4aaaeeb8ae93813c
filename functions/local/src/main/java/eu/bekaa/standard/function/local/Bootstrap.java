package eu.bekaa.standard.function.local;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.platform.apikey.ApiKeyService;
import eu.bekaa.standard.platform.identity.Account;
import eu.bekaa.standard.platform.identity.Identity;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.identity.OrganizationService.Nature;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes what a platform needs before anyone can sign in. Each step is done where it was not done before, so that a
/// start that was interrupted is completed by the next.
final class Bootstrap {
    private final OrganizationService organizations;
    private final Identity identity;
    private final ApiKeyService keys;
    private final Connection owner;
    private final EnvironmentFile environment;

    /// @param owner a connection that sees every organization
    Bootstrap(ApplicationContext context, Connection owner, EnvironmentFile environment) {
        this.organizations = context.getBean(OrganizationService.class);
        this.identity = context.getBean(Identity.class);
        this.keys = context.getBean(ApiKeyService.class);
        this.owner = owner;
        this.environment = environment;
    }

    /// Chooses the secrets and stores them before anything is made with them.
    /// @throws StartFailure when the people exist but their passwords are gone
    static void chooseSecrets(EnvironmentFile environment, Connection owner, Tokens tokens) throws SQLException {
        for (People person : People.values()) {
            if (!environment.has(person.passwordVariable())) {
                if (user(owner, person).isPresent()) {
                    throw new StartFailure(
                            "standard.env is missing or incomplete, and the passwords of this platform with it;"
                                    + " put it back, or start on a fresh STANDARD_HOME.");
                }
                environment.put(person.emailVariable(), person.email());
                environment.put(person.passwordVariable(), tokens.fresh());
            }
        }
        if (!environment.has("STANDARD_ADMIN_KEY")) {
            environment.put("STANDARD_ADMIN_KEY", tokens.fresh());
        }
        environment.write();
    }

    /// The organization to work in, with all three people, and the machine key of local scripts.
    void run() throws SQLException {
        var local = organization("local", "Local organization", Nature.REAL);
        for (People person : People.values()) {
            join(local, person, person.role());
        }
        environment.put("STANDARD_ORG_ID", local.toString());
        if (!environment.has("STANDARD_API_KEY") || !isLive(environment.get("STANDARD_API_KEY"))) {
            var made = keys.createLocal(administrator(local), "Local scripts");
            environment.put("STANDARD_API_KEY", made.key());
        }
        environment.write();
    }

    /// The organization of the demo, with the two people who act in it.
    UUID demo() throws SQLException {
        var demo = organization("demo", "Demo", Nature.SYNTHETIC);
        for (People person : List.of(People.ASSESSOR, People.APPROVER)) {
            join(demo, person, person.role());
        }
        return demo;
    }

    private UUID organization(String slug, String name, Nature nature) throws SQLException {
        var known = one(owner, "SELECT organization_id FROM organization WHERE slug = ?", slug);
        return known.orElseGet(() -> organizations.create(platform(), slug, name, nature));
    }

    private void join(UUID organization, People person, Role role) throws SQLException {
        var account = new Account(
                person.email(),
                person.displayName(),
                environment.get(person.passwordVariable()),
                person.administration());
        var user = user(owner, person).orElseGet(() -> identity.register(platform(), account));
        var query = "SELECT membership_id FROM membership WHERE organization_id = ? AND user_id = ?";
        if (one(owner, query, organization, user).isEmpty()) {
            organizations.addMember(platform().within(organization), user, role);
        }
    }

    private boolean isLive(String key) throws SQLException {
        return one(owner, "SELECT api_key_id FROM api_key WHERE key_hash = ? AND revokes_at IS NULL", Tokens.hash(key))
                .isPresent();
    }

    private Caller administrator(UUID organization) throws SQLException {
        var person = People.ADMIN;
        var id = user(owner, person).orElseThrow();
        return new Caller(
                organization,
                new Actor.Person(id, person.email(), person.displayName(), true),
                Set.of(),
                "local-start",
                null,
                null);
    }

    /// Nobody is known yet who could ask.
    private static Caller platform() {
        return new Caller(
                Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "first start"), Set.of(), "local-start", null, null);
    }

    private static Optional<UUID> user(Connection owner, People person) throws SQLException {
        return one(owner, "SELECT user_id FROM app_user WHERE email = ?", person.email());
    }

    private static Optional<UUID> one(Connection owner, String query, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }
}
