package eu.bekaa.standard.platform.notification;

import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/// A member of the organization who can be written to.
@Introspected
record Recipient(UUID userId, String email, String displayName, Role role) {
    boolean may(String permission) {
        return Role.permissions(role, PlatformAdministration.NONE).contains(permission);
    }
}
