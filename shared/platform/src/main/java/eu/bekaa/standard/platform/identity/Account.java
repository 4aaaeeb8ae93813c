package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.authority.Role.PlatformAdministration;
import java.util.Locale;

/// A person about to be made known.
/// @param password at least 12 characters
public record Account(String email, String displayName, String password, PlatformAdministration administration) {
    private static final int MIN_PASSWORD = 12;

    public Account {
        email = email.strip().toLowerCase(Locale.ROOT);
        if (!email.contains("@")) {
            throw Refusal.invalid("email", "email is not an address.");
        }
        if (password.length() < MIN_PASSWORD) {
            throw Refusal.invalid("password", "A password has at least " + MIN_PASSWORD + " characters.");
        }
    }

    @Override
    public String toString() {
        return email;
    }
}
