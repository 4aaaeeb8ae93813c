package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The wall between organizations stands in the database itself, whatever a query of ours forgets: read from its
/// catalogue, and tried with the role that the product works under.
@MicronautTest(transactional = false, startApplication = false)
class TenantWallTest {
    /// Tables of organizations that the application may touch at all.
    private static final String TABLES = """
            SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
             WHERE c.relkind IN ('r', 'p')
               AND c.relnamespace = 'public'::regnamespace
               AND has_any_column_privilege('standard_app', c.oid, 'SELECT, INSERT, UPDATE')
             ORDER BY c.relname
            """;

    @Inject
    Tenants tenants;

    private Tenant tenant;

    @BeforeEach
    void twoOrganizations() {
        tenant = tenants.create();
        tenants.create();
    }

    private static Connection application() throws SQLException {
        return DriverManager.getConnection(TestDatabase.instance().url());
    }

    private static List<String> asOwner(String query) throws SQLException {
        try (var owner = TestDatabase.instance().owner()) {
            return texts(owner, query);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static List<String> readable() throws SQLException {
        return asOwner("SELECT relname FROM (" + TABLES + ") AS tables"
                + " WHERE has_table_privilege('standard_app', oid, 'SELECT')");
    }

    @Test
    void everyTableOfOrganizationsForcesRowLevelSecurityAndHasOnePolicyForTheApplication() throws SQLException {
        assertThat(readable()).hasSizeGreaterThan(40);
        assertThat(asOwner("SELECT relname FROM (" + TABLES + """
                ) AS tables
                 WHERE NOT (relrowsecurity AND relforcerowsecurity)
                    OR NOT (SELECT count(*) = 1 AND bool_and(polcmd = '*' AND wall LIKE '%organization_id = %' AND wall = again)
                              FROM (SELECT polcmd,
                                           pg_get_expr(polqual, polrelid) AS wall,
                                           pg_get_expr(polwithcheck, polrelid) AS again
                                      FROM pg_policy
                                     WHERE polrelid = tables.oid
                                       AND (0 = ANY (polroles) OR 'standard_app'::regrole = ANY (polroles))) AS policies)
                """)).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndCanBecomeNobody() throws SQLException {
        assertThat(asOwner("""
                SELECT 'table ' || relname FROM pg_class WHERE relowner = 'standard_app'::regrole
                UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE proowner = 'standard_app'::regrole
                UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspowner = 'standard_app'::regrole
                UNION ALL SELECT 'database ' || datname FROM pg_database WHERE datdba = 'standard_app'::regrole
                UNION ALL SELECT 'role ' || roleid::regrole FROM pg_auth_members WHERE member = 'standard_app'::regrole
                UNION ALL SELECT 'power' FROM pg_roles WHERE rolname = 'standard_app'
                                 AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                UNION ALL SELECT 'create in ' || nspname FROM pg_namespace
                           WHERE has_schema_privilege('standard_app', oid, 'CREATE') AND nspname NOT LIKE 'pg_%'
                UNION ALL SELECT 'truncate ' || relname FROM pg_class WHERE relkind = 'r'
                                 AND relnamespace = 'public'::regnamespace
                                 AND has_table_privilege('standard_app', oid, 'TRUNCATE, TRIGGER, REFERENCES')
                """)).isEmpty();
        try (var application = application();
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SET ROLE standard_owner"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("ALTER TABLE membership NO FORCE ROW LEVEL SECURITY"))
                    .hasMessageContaining("must be owner");
        }
    }

    @Test
    void whatRunsWithTheOwnersRightsLooksNowhereElse() throws SQLException {
        assertThat(asOwner("""
                SELECT proname
                  FROM pg_proc
                 WHERE prosecdef
                   AND pronamespace = 'public'::regnamespace
                   AND NOT COALESCE(array_to_string(proconfig, ';') LIKE '%search_path=%pg_temp', false)
                """)).isEmpty();
        assertThat(asOwner("""
                SELECT relname
                  FROM pg_class
                 WHERE relkind IN ('v', 'm')
                   AND relnamespace = 'public'::regnamespace
                   AND NOT COALESCE('security_invoker=true' = ANY (reloptions), false)
                """)).as("a view would read with its owner's eyes").isEmpty();
    }

    @Test
    void withoutAnOrganizationNoRowIsVisible() throws SQLException {
        var softly = new SoftAssertions();
        try (var application = application()) {
            for (var table : readable()) {
                softly.assertThat(texts(application, "SELECT count(*) FROM " + table))
                        .as(table)
                        .containsExactly("0");
            }
        }
        softly.assertAll();
        assertThat(asOwner("SELECT count(*) > 1 FROM membership")).containsExactly("t");
    }

    @Test
    void inAnOrganizationItsRowsAloneAreVisible() throws SQLException {
        var softly = new SoftAssertions();
        try (var application = application()) {
            texts(application, "SELECT set_config('standard.organization', '" + tenant.organizationId() + "', false)");
            for (var table : readable()) {
                softly.assertThat(texts(application, "SELECT DISTINCT organization_id FROM " + table))
                        .as(table)
                        .isSubsetOf(tenant.organizationId().toString());
            }
            softly.assertAll();
            assertThat(texts(application, "SELECT count(*) FROM membership").getFirst())
                    .isNotEqualTo("0");
        }
    }

    @Test
    void nothingIsWrittenForAnotherOrganization() throws SQLException {
        try (var application = application();
                var statement = application.createStatement()) {
            texts(application, "SELECT set_config('standard.organization', '" + tenant.organizationId() + "', false)");
            var other = asOwner("SELECT organization_id FROM organization WHERE organization_id <> '"
                            + tenant.organizationId() + "'")
                    .getFirst();
            assertThat(statement.executeUpdate(
                            "UPDATE organization SET name = 'Mine' WHERE organization_id = '" + other + "'"))
                    .isZero();
            assertThatThrownBy(() -> statement.execute("UPDATE organization SET organization_id = '" + other + "'"))
                    .hasMessageContaining("row-level security");
        }
    }
}
