package eu.bekaa.standard.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// The Postgres server of this test JVM, migrated by an owner who is no superuser, used by a role that owns nothing.
public final class TestDatabase {
    static final String OWNER = "standard_owner";
    static final String APPLICATION = "standard_app";

    private static final class Holder {
        static final TestDatabase INSTANCE = start();
    }

    private final EmbeddedPostgres server;
    private final String password;

    private TestDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    public static TestDatabase instance() {
        return Holder.INSTANCE;
    }

    private static TestDatabase start() {
        var password = UUID.randomUUID().toString();
        try {
            var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                for (var role : new String[] {OWNER, APPLICATION}) {
                    statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '" + password + "'");
                }
                statement.execute("CREATE DATABASE standard OWNER " + OWNER);
            }
            var database = new TestDatabase(server, password);
            Flyway.configure()
                    .dataSource(database.url(), OWNER, password)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/standard";
    }

    String password() {
        return password;
    }

    /// A connection of the owner, for whom no row is hidden: to prepare and to inspect, and to tamper.
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, password);
    }
}
