package eu.bekaa.standard.localcloud;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;

/// An embedded PostgreSQL with the product's two roles and its schema. Neither role is a superuser or bypasses
/// row-level security, just as in the cloud: `standard_owner` runs the migrations, `standard_app` is what the product
/// logs in as.
public final class LocalDatabase implements AutoCloseable {
    public static final String OWNER = "standard_owner";
    public static final String APPLICATION = "standard_app";

    private static final String DATABASE = "standard";

    private final EmbeddedPostgres server;

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /// A database that ends with the JVM and leaves nothing behind. It does not wait for the disk.
    public static LocalDatabase temporary() {
        return open(builder().setRegisterShutdownHook(true).setServerConfig("synchronous_commit", "off"));
    }

    /// A database that ends with the JVM and leaves nothing behind, and yet waits for the disk at every commit, as one
    /// that serves people does.
    public static LocalDatabase durable() {
        return open(waitingForTheDisk().setRegisterShutdownHook(true));
    }

    /// A database whose files stay in a directory, written through to the disk at every commit. Whoever starts it stops
    /// it; a server that a killed run has left there is ended first.
    /// @param data     the data directory, made when absent
    /// @param binaries where the server's programs are unpacked
    public static LocalDatabase at(Path data, Path binaries) {
        OrphanedServer.in(data).ifPresent(OrphanedServer::end);
        return open(waitingForTheDisk()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false));
    }

    /// The JDBC address for the application role.
    public String url() {
        return url(APPLICATION);
    }

    /// The JDBC address for the owner of the schema.
    public String ownerUrl() {
        return url(OWNER);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL did not stop.", failure);
        }
    }

    private String url(String role) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE + "?user=" + role;
    }

    /// One collation everywhere: by code point, with Unicode's letters, whatever the machine's language is.
    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "300");
    }

    /// The library starts every server with -F, and lets commits return before they are written; later settings win.
    private static EmbeddedPostgres.Builder waitingForTheDisk() {
        return builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    private static LocalDatabase open(EmbeddedPostgres.Builder builder) {
        try {
            var database = new LocalDatabase(builder.start());
            database.prepare();
            return database;
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL did not start.", failure);
        }
    }

    private void prepare() {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (isAbsent(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                    execute(
                            connection,
                            "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
                }
            }
            if (isAbsent(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The roles could not be prepared.", failure);
        }
        Flyway.configure()
                .dataSource(ownerUrl(), null, null)
                .locations("classpath:db/migration")
                // branches that are merged may bring an older number than a database has seen
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static boolean isAbsent(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
