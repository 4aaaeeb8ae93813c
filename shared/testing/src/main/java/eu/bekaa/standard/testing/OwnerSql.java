package eu.bekaa.standard.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the owner of the database says, for whom no row is hidden: to prepare, to inspect and to tamper.
public final class OwnerSql {
    private OwnerSql() {}

    /// @return how many rows changed
    public static int change(String sql, @Nullable Object... values) {
        try (var owner = TestDatabase.instance().owner()) {
            return change(owner, sql, values);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// @return how many rows changed, within the connection's transaction
    public static int change(Connection owner, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /// The first column of the first row as text; `nothing` where there is no row.
    public static String text(String sql, @Nullable Object... values) {
        try (var owner = TestDatabase.instance().owner();
                var statement = owner.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The number a query answers with.
    public static int count(String sql, @Nullable Object... values) {
        return Integer.parseInt(text(sql, values));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
