package eu.bekaa.standard.function.migrations;

import java.util.Map;
import java.util.Objects;

/// Where the database is, for the two who change more than rows.
/// @param adminUrl the JDBC address of the administrator, who makes roles and the database
/// @param ownerUrl the JDBC address of the schema's owner in the product's database
/// @param admin    who the administrator is
record Database(String adminUrl, String ownerUrl, AdminPassword admin) {
    /// What the deployment sets: `STANDARD_ADMIN_URL`, `STANDARD_OWNER_URL`, `STANDARD_ADMIN_SECRET`.
    static Database of(Map<String, String> environment) {
        return new Database(
                setting(environment, "STANDARD_ADMIN_URL"),
                setting(environment, "STANDARD_OWNER_URL"),
                AdminPassword.inSecret(setting(environment, "STANDARD_ADMIN_SECRET")));
    }

    private static String setting(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set.");
    }
}
