package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.authority.Authority;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may do what, and where it is written down.
@MicronautTest(startApplication = false, transactional = false)
class PermissionMatrixTest {
    private static final Path PAGE = Path.of("../../docs/permissions.md");

    @Inject
    Router router;

    /// What routes ask for.
    private Set<String> asked() {
        return router.uriRoutes()
                .flatMap(route -> route.getTargetMethod().getAnnotationMetadata().stringValue(Allowed.class).stream())
                .collect(Collectors.toSet());
    }

    private static String tick(boolean held) {
        return held ? "✓" : "";
    }

    private String page() {
        var roles = Arrays.stream(Role.values()).map(Role::toString).toList();
        var page = new StringBuilder("""
                # Permissions

                What each role, the platform administrator's flag and each machine scope gives. Declared in `shared/kernel`, package \
                `authority`; a test keeps this page equal to it. What an operation asks for stands in the OpenAPI document, as \
                `x-permission`.

                No machine scope approves anything, and no machine key manages keys or members. `platform_admin` is a flag of a person, \
                not a role: it counts in every organization named in `x-standard-tenant-id`, and every use of it is audited. Every \
                refusal is audited, too; a refused approval raises `security.approval_permission_denied`.

                | Permission | %s | platform_admin | Machine scopes |
                |---|%s---|---|
                """.formatted(String.join(" | ", roles), "---|".repeat(roles.size())));
        for (var permission : Authority.permissions()) {
            var holders = Authority.holdersOf(permission);
            var scopes = Authority.scopesGiving(permission);
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            permission,
                            roles.stream()
                                    .map(role -> tick(holders.contains(role)))
                                    .collect(Collectors.joining(" | ")),
                            tick(holders.contains(Authority.PLATFORM_ADMIN)),
                            scopes.size() > 5
                                    ? "every key"
                                    : scopes.stream()
                                            .map(scope -> "`" + scope + "`")
                                            .collect(Collectors.joining(", "))));
        }
        return page.toString();
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        var page = page();
        var made = Files.writeString(Path.of("target/permissions.md"), page);
        assertThat(Files.readString(PAGE))
                .as("docs/permissions.md; copy " + made)
                .isEqualTo(page);
    }

    @Test
    void everyRouteAsksForAPermissionThatSomeoneHolds() {
        assertThat(asked()).isNotEmpty().allSatisfy(permission -> {
            assertThat(Authority.permissions()).contains(permission);
            assertThat(Authority.holdersOf(permission)).isNotEmpty();
        });
    }

    @Test
    void std112_noScopeApprovesManagesOrDecides() {
        assertThat(Authority.permissions())
                .filteredOn(permission -> permission.endsWith(":approve")
                        || permission.endsWith(":manage")
                        || permission.startsWith("admin:")
                        || permission.equals("approval:create")
                        || permission.equals("approval:decide")
                        || permission.equals("organization:update"))
                .hasSizeGreaterThan(5)
                .allSatisfy(permission -> assertThat(Authority.scopesGiving(permission))
                        .as(permission)
                        .isEmpty());
    }

    @Test
    void std7_rolesHoldWhatTheContractGivesThem() {
        assertThat(Authority.holdersOf("soa:approve")).containsExactly("owner", "admin");
        assertThat(Authority.holdersOf("soa:update")).containsExactly("owner", "admin", "member");
        assertThat(Authority.holdersOf("soa:read")).containsExactly("owner", "admin", "member", "viewer", "auditor");
        assertThat(Authority.holdersOf("audit:read")).containsExactly("owner", "admin", "auditor");
        assertThat(Authority.holdersOf("assessment:delete")).containsExactly("owner", "admin");
        assertThat(Authority.holdersOf("organization:update")).containsExactly("owner", "admin");
        assertThat(Authority.holdersOf("webhook:create")).containsExactly("owner", "admin");
        assertThat(Authority.holdersOf("tenant:write")).containsExactly("platform_admin");
    }
}
