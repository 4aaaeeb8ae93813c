package eu.bekaa.standard.function.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// What the first migration finds in place: the two roles, which log in by tokens alone, and the product's database,
/// owned by the one and open to the other. Each step is taken where it was not taken before.
final class Preparation {
    private static final String DATABASE = "standard";
    private static final String OWNER = "standard_owner";
    private static final String APPLICATION = "standard_app";
    /// Whoever is a member logs in by a token that IAM signed, and no other way. There only in RDS.
    private static final String BY_TOKEN = "rds_iam";

    private final Database database;

    Preparation(Database database) {
        this.database = database;
    }

    void run() throws SQLException {
        var admin = database.admin().get();
        try (var connection = DriverManager.getConnection(database.adminUrl(), admin.user(), admin.password())) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (isAbsent(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                    execute(
                            connection,
                            "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
                }
                if (!isAbsent(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", BY_TOKEN)) {
                    execute(connection, "GRANT " + BY_TOKEN + " TO " + role);
                }
            }
            if (isAbsent(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                createDatabase(connection);
            }
            execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION);
        }
    }

    /// The same collation as everywhere: by code point, with Unicode's letters. Whoever gives a database away must
    /// belong to the role that receives it, for as long as that takes.
    private static void createDatabase(Connection connection) throws SQLException {
        execute(connection, "GRANT " + OWNER + " TO CURRENT_USER");
        execute(
                connection,
                "CREATE DATABASE " + DATABASE + " OWNER " + OWNER
                        + " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'");
        execute(connection, "REVOKE " + OWNER + " FROM CURRENT_USER");
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
