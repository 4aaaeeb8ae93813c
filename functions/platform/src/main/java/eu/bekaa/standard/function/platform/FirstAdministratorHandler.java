package eu.bekaa.standard.function.platform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Tokens;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import eu.bekaa.standard.platform.identity.Account;
import eu.bekaa.standard.platform.identity.Identity;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.identity.OrganizationService.Nature;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The Lambda handler that an operator calls by hand, once, when nobody can sign in yet: makes a platform administrator
/// and the organization they own, and tells the password that it chose. Nothing routes to it.
public final class FirstAdministratorHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
    private final Identity identity;
    private final OrganizationService organizations;
    private final Tokens tokens;

    public FirstAdministratorHandler() {
        this(ApplicationContext.run());
    }

    public FirstAdministratorHandler(ApplicationContext context) {
        identity = context.getBean(Identity.class);
        organizations = context.getBean(OrganizationService.class);
        tokens = context.getBean(Tokens.class);
    }

    /// @param wanted `email`, `display_name`, `organization_slug`, `organization_name`
    /// @return `email`, `password` and `organization_id`
    /// @throws IllegalArgumentException when something is missing, or somebody is known by that address
    @Override
    public Map<String, String> handleRequest(Map<String, String> wanted, Context context) {
        var operator = caller(context.getAwsRequestId());
        var email = text(wanted, "email");
        var name = text(wanted, "display_name");
        var slug = text(wanted, "organization_slug");
        var organization = text(wanted, "organization_name");
        var password = tokens.fresh();
        var user = newcomer(operator, new Account(email, name, password, PlatformAdministration.GRANTED));
        var made = organizations.create(operator, slug, organization, Nature.REAL);
        organizations.addMember(operator.within(made), user, Role.OWNER);
        return Map.of("email", email, "password", password, "organization_id", made.toString());
    }

    /// Whoever was known before keeps their password.
    private UUID newcomer(Caller operator, Account account) {
        try {
            return identity.enrol(operator, account);
        } catch (Refusal known) {
            throw new IllegalArgumentException(
                    "Somebody is known by the address " + account.email() + " already.", known);
        }
    }

    private static String text(Map<String, String> wanted, String name) {
        var text = wanted.getOrDefault(name, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing.");
        }
        return text;
    }

    private static Caller caller(String request) {
        var operator = new Actor.Worker(Caller.PLATFORM, "operator");
        return new Caller(Caller.PLATFORM, operator, Set.of(), "operator-" + request, null, null);
    }
}
