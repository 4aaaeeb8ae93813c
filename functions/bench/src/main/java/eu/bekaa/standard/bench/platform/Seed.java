package eu.bekaa.standard.bench.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/// Fills a database with assessments in seconds: every row as the product would leave it, written by SQL.
/// @param databaseUrl of the owner
public record Seed(String databaseUrl) {
    private static final UUID AUTHOR = new UUID(0x5eed, 1);
    private static final UUID APPROVER = new UUID(0x5eed, 2);

    /// The catalog that the assessments are made against, once.
    public void catalog() throws SQLException, IOException {
        run(text("catalog.sql"));
    }

    /// @param salt  tells the ids of this organization from those of others
    /// @param first number of the first assessment
    /// @param items of each
    public void assessments(UUID organization, String salt, int first, int last, int items)
            throws SQLException, IOException {
        run(text("assessments.sql")
                .replace(":org", organization.toString())
                .replace(":author", AUTHOR.toString())
                .replace(":approver", APPROVER.toString())
                .replace(":salt", salt)
                .replace(":first", Integer.toString(first))
                .replace(":last", Integer.toString(last))
                .replace(":items", Integer.toString(items)));
    }

    /// The server's superuser, whom no foreign key is checked for: the rows are right by how they are made.
    private void run(String script) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(databaseUrl.replace("standard_owner", "postgres"));
    }

    private static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(Seed.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The id that a seeded row bears.
    /// @param name for instance `assessment12` or `gap12-7`
    public static UUID id(String salt, String name) {
        return md5(salt + " " + name);
    }

    /// The id of a row of the seeded catalog, for instance `control7`.
    public static UUID catalogId(String name) {
        return md5(name);
    }

    private static UUID md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
