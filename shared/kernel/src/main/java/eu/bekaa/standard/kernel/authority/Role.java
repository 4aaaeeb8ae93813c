package eu.bekaa.standard.kernel.authority;

import eu.bekaa.standard.kernel.Word;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A member's role in an organization (contract §1.5).
public enum Role {
    OWNER(Permissions.union(
            Permissions.READING, Permissions.DRAFTING, Permissions.DECIDING, Permissions.ADMINISTERING)),
    ADMIN(Permissions.union(
            Permissions.READING, Permissions.DRAFTING, Permissions.DECIDING, Permissions.ADMINISTERING)),
    MEMBER(Permissions.union(Permissions.READING, Permissions.DRAFTING)),
    VIEWER(Permissions.READING),
    AUDITOR(Permissions.union(Permissions.READING, Permissions.of("audit:read")));

    private final Set<String> permissions;

    Role(Set<String> permissions) {
        this.permissions = permissions;
    }

    /// What a person may do: by the role held in the organization, if any, and by being a platform administrator.
    public static Set<String> permissions(@Nullable Role role, PlatformAdministration administration) {
        var held = new HashSet<>(Permissions.SIGNED_IN);
        if (role != null) {
            held.addAll(role.permissions);
        }
        return switch (administration) {
            case NONE -> Set.copyOf(held);
            case GRANTED -> {
                held.addAll(Permissions.PLATFORM);
                yield Set.copyOf(held);
            }
        };
    }

    /// Whether someone with this role can invite, change and remove members.
    public boolean managesMembers() {
        return permissions.contains("membership:manage");
    }

    /// Whether no role gives this permission, only the platform administrator flag.
    public static boolean isPlatformAdministration(String permission) {
        return Permissions.PLATFORM.contains(permission)
                && Arrays.stream(values()).noneMatch(role -> role.permissions.contains(permission));
    }

    /// Whether a person carries the platform administrator flag.
    public enum PlatformAdministration {
        NONE,
        GRANTED
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
