package eu.bekaa.standard.kernel.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who may do what, asked from the permission's side: what [Role], [KeyScope] and the platform administrator's flag
/// declare, as documents show it.
public final class Authority {
    /// The flag beside the roles (contract §1.5).
    public static final String PLATFORM_ADMIN = "platform_admin";

    private Authority() {}

    /// Every permission that a person or a key can hold.
    public static SortedSet<String> permissions() {
        var all = new TreeSet<String>(Permissions.PLATFORM);
        all.addAll(Permissions.SIGNED_IN);
        Arrays.stream(Role.values()).forEach(role -> all.addAll(held(role)));
        all.addAll(KeyScope.permissions(KeyScope.offered()));
        return all;
    }

    /// The roles that hold a permission, and `platform_admin` where the flag gives it too.
    public static List<String> holdersOf(String permission) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> held(role).contains(permission))
                .map(Role::toString);
        return Permissions.PLATFORM.contains(permission)
                ? Stream.concat(roles, Stream.of(PLATFORM_ADMIN)).toList()
                : roles.toList();
    }

    /// The machine scopes, among those offered, that give a permission; all of them for what every key may.
    public static List<String> scopesGiving(String permission) {
        return KeyScope.offered().stream()
                .filter(scope -> KeyScope.permissions(List.of(scope)).contains(permission))
                .toList();
    }

    private static Set<String> held(Role role) {
        return Role.permissions(role, Role.PlatformAdministration.NONE);
    }
}
