package eu.bekaa.standard.function.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Should a route ever come into being without saying who may use it (the build refuses one), nobody may.
@MicronautTest(transactional = false)
@Property(name = "test.forgotten", value = "true")
class ClosedRouteTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Controller("/api/v1/forgotten")
    @Requires(property = "test.forgotten")
    static class Forgotten {
        @Get
        Map<String, String> secret() {
            return Map.of("secret", "open sesame");
        }
    }

    @Test
    void aRouteWithoutAPermissionIsClosedToEveryone() {
        var tenant = tenants.create();
        for (var caller : List.of(tenant.owner(), tenant.platformAdmin(), tenant.machine())) {
            var answer = http.send(tenant.as(caller, HttpRequest.GET("/api/v1/forgotten")));
            assertThat(answer.code()).isEqualTo(403);
            assertThat(Http.error(answer)).containsEntry("code", "FORBIDDEN");
            assertThat(answer.getBody(String.class).orElse("")).doesNotContain("sesame");
        }
        assertThat(http.send(HttpRequest.GET("/api/v1/forgotten")).code()).isEqualTo(401);
    }
}
