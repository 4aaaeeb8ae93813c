package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import eu.bekaa.standard.testing.Http;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How a deployment gets its first person.
@MicronautTest(transactional = false)
class FirstAdministratorTest {
    @Inject
    ApplicationContext context;

    @Inject
    Http http;

    @Test
    void theAdministratorSignsInAndOwnsTheOrganization() {
        var made = make(wanted());

        var session = http.send(HttpRequest.POST(
                "/api/v1/auth/sign-in", Map.of("email", made.get("email"), "password", made.get("password"))));
        assertThat(session.code()).isEqualTo(200);
        var cookie = session.header("Set-Cookie").split(";")[0];
        var organizations = http.send(HttpRequest.GET("/api/v1/organizations").header("Cookie", cookie));
        assertThat(Http.body(organizations).toString()).contains(made.get("organization_id"));
    }

    @Test
    void somebodyKnownByTheAddressKeepsTheirPasswordAndMakesNothing() {
        var first = wanted();
        var made = make(first);
        var again = new HashMap<>(wanted());
        again.put("email", first.get("email"));

        assertThatThrownBy(() -> make(again))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        var session = http.send(HttpRequest.POST(
                "/api/v1/auth/sign-in", Map.of("email", made.get("email"), "password", made.get("password"))));
        assertThat(session.code()).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsNamed() {
        var lacking = new HashMap<>(wanted());
        lacking.remove("organization_slug");
        assertThatThrownBy(() -> make(lacking)).hasMessage("organization_slug is missing.");
    }

    private Map<String, String> make(Map<String, String> wanted) {
        return new FirstAdministratorHandler(context).handleRequest(wanted, invocation());
    }

    private static Map<String, String> wanted() {
        var unique = UUID.randomUUID().toString();
        return Map.of(
                "email", unique + "@example.org",
                "display_name", "First Administrator",
                "organization_slug", "o-" + unique,
                "organization_name", "Organization " + unique);
    }

    private static Context invocation() {
        return (Context) Proxy.newProxyInstance(
                FirstAdministratorTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getAwsRequestId") ? "an-invocation" : null);
    }
}
