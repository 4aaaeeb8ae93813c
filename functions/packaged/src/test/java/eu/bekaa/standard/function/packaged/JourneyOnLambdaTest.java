package eu.bekaa.standard.function.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.DemoPolicies;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import eu.bekaa.standard.platform.identity.Account;
import eu.bekaa.standard.platform.identity.Identity;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.identity.OrganizationService.Nature;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// From import to closed assessment on the shipped zips: API Gateway's events in, queues between, two people.
@MicronautTest(transactional = false, startApplication = false)
class JourneyOnLambdaTest {
    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    Cloud cloud;

    @Inject
    Identity identity;

    @Inject
    OrganizationService organizations;

    @Test
    void theShippedFunctionsTakeAnAssessmentToItsEnd() throws Exception {
        var organization = organizations.create(nobody(), "lambda-" + UUID.randomUUID(), "Lambda", Nature.SYNTHETIC);
        var admin = person("admin", Role.ADMIN, PlatformAdministration.GRANTED, organization);
        var assessor = person("assessor", Role.MEMBER, PlatformAdministration.NONE, organization);
        var approver = person("approver", Role.ADMIN, PlatformAdministration.NONE, organization);
        try (var platform = new LambdaPlatform(cloud.variables())) {
            platform.work();
            try {
                var signedIn = signIn(platform.address(), assessor, organization.toString());
                var journey = new Journey(
                        signIn(platform.address(), admin, ""),
                        signedIn,
                        signIn(platform.address(), approver, organization.toString()),
                        step -> {});
                var assessment = travel(journey);
                assertThat(journey.state(assessment)).isEqualTo("closed");
                var verified = signIn(platform.address(), approver, organization.toString())
                        .get("/api/audit/verify");
                assertThat(verified).containsEntry("status", "ok");
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(platform.output(), failure);
            }
        }
    }

    private static String travel(Journey journey) {
        var version =
                journey.importWorkbook(StarterCatalog.workbook(), "Starter").get("scf_version_id");
        var framework = journey.framework("NIST CSF V1.1").get("framework_id");
        var assessment = journey.open("On Lambda", version);
        journey.upload(assessment, DemoPolicies.all());
        journey.choose(assessment, framework);
        var scope = journey.scope(assessment, Map.of("title", "Everything", "description", "The whole organization."));
        var soa = journey.agreeSoa(assessment, journey.draftSoa(assessment, framework, version, scope.id()));
        var gaps = journey.gaps(assessment, soa.id());
        var maturity = journey.maturity(assessment);
        journey.plan(assessment, gaps.id(), maturity.id());
        journey.close(assessment, journey.report(assessment, "On Lambda"));
        return assessment;
    }

    private String person(String name, Role role, PlatformAdministration administration, UUID organization) {
        var email = name + "-" + UUID.randomUUID() + "@example.org";
        var user = identity.register(nobody(), new Account(email, name, PASSWORD, administration));
        organizations.addMember(nobody().within(organization), user, role);
        return email;
    }

    private static Api signIn(URI address, String email, String organization) {
        return Api.signIn(address, JsonMapper.createDefault(), organization, email, PASSWORD);
    }

    private static Caller nobody() {
        return new Caller(
                Caller.PLATFORM, new Actor.Worker(Caller.PLATFORM, "test"), Set.of(), "trace-of-a-test", null, null);
    }
}
