package eu.bekaa.standard.function.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.function.migrations.AdminPassword.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On a server whose administrator may as much as the one of RDS: no superuser, who makes roles and databases and may
/// pass on the right to log in by token.
class MigrationTest {
    private static final String ADMIN = "standard_admin";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void aServerLikeRds() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (var superuser = DriverManager.getConnection(url("postgres", "postgres"));
                var statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE rds_iam NOLOGIN");
            statement.execute("CREATE ROLE standard_admin LOGIN CREATEROLE CREATEDB");
            statement.execute("GRANT rds_iam TO standard_admin WITH ADMIN OPTION");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aFirstDeploymentMakesRolesDatabaseAndSchemaAndASecondChangesNothing() throws IOException, SQLException {
        assertThat(deploy()).containsPattern("\"schema_version\":\"2\\d{11}\"").doesNotContain("\"migrations\":0");
        assertThat(deploy()).contains("\"migrations\":0");

        try (var owner = as("standard_owner")) {
            assertThat(one(owner, "SELECT count(*) FROM organization")).isEqualTo("1");
            assertThat(
                            one(
                                    owner,
                                    "SELECT CAST(datlocprovider AS text) || datlocale FROM pg_database WHERE datname = 'standard'"))
                    .isEqualTo("bC.UTF-8");
        }
        try (var application = as("standard_app")) {
            assertThat(one(application, "SELECT count(*) FROM organization")).isEqualTo("0");
            assertThatThrownBy(() -> one(application, "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theRolesLogInByTokenAndMayNothingBeyondTheirWork() throws IOException, SQLException {
        deploy();
        try (var admin = DriverManager.getConnection(url("postgres", ADMIN))) {
            var powers = """
                    SELECT string_agg(rolname, ',' ORDER BY rolname)
                      FROM pg_roles
                     WHERE rolname LIKE 'standard!_%' ESCAPE '!'
                       AND rolname <> 'standard_admin'
                       AND rolcanlogin
                       AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
                       AND pg_has_role(oid, 'rds_iam', 'MEMBER')
                    """;
            assertThat(one(admin, powers)).isEqualTo("standard_app,standard_owner");
            assertThatThrownBy(() -> one(admin, "SET ROLE standard_owner")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aReleaseThatIsGoneBackToFindsANewerSchemaAndLetsItBe() throws IOException, SQLException {
        deploy();
        try (var owner = as("standard_owner");
                var statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    SELECT max(installed_rank) + 1, '209901010000', 'later', 'SQL', 'V209901010000__later.sql', 1,
                           current_user, 1, true
                      FROM flyway_schema_history
                    """);
            assertThat(deploy()).contains("\"migrations\":0");
            statement.execute("DELETE FROM flyway_schema_history WHERE version = '209901010000'");
        }
    }

    @Test
    void aFailureStopsTheDeployment() {
        var nowhere = new Database(
                url("postgres", "nobody"), url("standard", "standard_owner"), () -> new Login("nobody", "wrong"));
        assertThatThrownBy(() -> new MigrationHandler(nowhere)
                        .handleRequest(InputStream.nullInputStream(), new ByteArrayOutputStream(), null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSecretIsReadAsRdsWritesItAndNeverPrinted() {
        var login = AdminPassword.read("{\"username\":\"standard_admin\",\"password\":\"p\\\"w\"}");
        assertThat(login.password()).isEqualTo("p\"w");
        assertThat(login.toString()).isEqualTo("standard_admin");
    }

    private static String deploy() throws IOException {
        var answer = new ByteArrayOutputStream();
        var database = new Database(
                url("postgres", ADMIN), url("standard", "standard_owner"), () -> new Login(ADMIN, "ignored here"));
        new MigrationHandler(database).handleRequest(InputStream.nullInputStream(), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url("standard", role));
    }

    private static String url(String database, String role) {
        return server.getJdbcUrl(role, database);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }
}
