package eu.bekaa.standard.assurance.poam;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Which role usually owns the controls of a domain, by the letters that open a control code. Kept as a list beside
/// this class: it is custom, not a rule.
final class OwnerRoles {
    private static final String ANYONE = "Information Security Manager";

    private final Properties roles = new Properties();

    OwnerRoles() {
        try (var file = Objects.requireNonNull(OwnerRoles.class.getResourceAsStream("owner-roles.properties"));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            roles.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param controlCode such as `AST-02`; null where no control answers the requirement
    String of(@Nullable String controlCode) {
        if (controlCode == null) {
            return ANYONE;
        }
        int dash = controlCode.indexOf('-');
        return roles.getProperty(dash < 0 ? controlCode : controlCode.substring(0, dash), ANYONE);
    }
}
