package eu.bekaa.standard.function.local;

import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import java.util.Locale;

/// Whom a first start makes known. Separation of duties takes two people.
enum People {
    ADMIN("Ada Administrator", Role.OWNER, PlatformAdministration.GRANTED),
    ASSESSOR("Asa Assessor", Role.MEMBER, PlatformAdministration.NONE),
    APPROVER("Ana Approver", Role.ADMIN, PlatformAdministration.NONE);

    private final String displayName;
    private final Role role;
    private final PlatformAdministration administration;

    People(String displayName, Role role, PlatformAdministration administration) {
        this.displayName = displayName;
        this.role = role;
        this.administration = administration;
    }

    String email() {
        return name().toLowerCase(Locale.ROOT) + "@standard.local";
    }

    String displayName() {
        return displayName;
    }

    Role role() {
        return role;
    }

    PlatformAdministration administration() {
        return administration;
    }

    /// The variable that holds the address.
    String emailVariable() {
        return "STANDARD_" + name() + "_EMAIL";
    }

    /// The variable that holds the password.
    String passwordVariable() {
        return "STANDARD_" + name() + "_PASSWORD";
    }
}
