package eu.bekaa.standard.testing;

import eu.bekaa.standard.localcloud.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The Postgres server of this test JVM, migrated by an owner who is no superuser, used by a role that owns nothing.
public final class TestDatabase {
    /// Set to true, the server waits for the disk at every commit: where durable writes are measured.
    public static final String DURABLE = "standard.database.durable";

    private static final Once<TestDatabase> INSTANCE = new Once<>(
            () -> new TestDatabase(Boolean.getBoolean(DURABLE) ? LocalDatabase.durable() : LocalDatabase.temporary()));

    private final LocalDatabase server;

    private TestDatabase(LocalDatabase server) {
        this.server = server;
    }

    public static TestDatabase instance() {
        return INSTANCE.get();
    }

    /// The JDBC address for the application role.
    public String url() {
        return server.url();
    }

    /// A connection of the owner, for whom no row is hidden: to prepare and to inspect, and to tamper.
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(server.ownerUrl());
    }
}
