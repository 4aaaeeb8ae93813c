package eu.bekaa.standard.function.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the database of a platform really holds, seen by its owner.
final class Ledger implements AutoCloseable {
    private final Connection owner;

    private Ledger(Connection owner) {
        this.owner = owner;
    }

    static Ledger of(RunningPlatform platform) throws SQLException {
        return new Ledger(DriverManager.getConnection(platform.environment().get("STANDARD_DATABASE_URL")));
    }

    long count(String query, Object... values) throws SQLException {
        return Long.parseLong(texts(query, values).getFirst());
    }

    /// The first column of every row.
    List<String> texts(String query, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
