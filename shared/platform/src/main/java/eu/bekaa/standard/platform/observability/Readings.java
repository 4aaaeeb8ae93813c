package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Readings as they are kept: all figures of one moment in one row.
@Singleton
final class Readings {
    private static final Argument<List<Metric>> FIGURES = Argument.listOf(Metric.class);
    private static final String KEEP = """
            INSERT INTO metric_reading (organization_id, taken_at, figures)
            VALUES (?, ?, CAST(? AS jsonb))
                ON CONFLICT (organization_id, taken_at) DO NOTHING
            """;
    private static final String BETWEEN = """
            SELECT figures
              FROM metric_reading
             WHERE organization_id = ?
               AND (CAST(? AS timestamptz) IS NULL OR taken_at >= ?)
               AND (CAST(? AS timestamptz) IS NULL OR taken_at < ?)
             ORDER BY taken_at DESC
             LIMIT ?
            """;

    private final Transactions transactions;
    private final JsonMapper json;

    Readings(Transactions transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    void keep(Caller caller, Instant at, List<Metric> figures) {
        try (var insert = transactions.connection().prepareStatement(KEEP)) {
            insert.setObject(1, caller.org());
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, new String(json.writeValueAsBytes(figures), StandardCharsets.UTF_8));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The reading could not be kept.", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The figures of the newest readings of a span.
    List<Metric> between(Caller caller, @Nullable Instant from, @Nullable Instant to, int readings) {
        try (var select = transactions.connection().prepareStatement(BETWEEN)) {
            var since = from == null ? null : Timestamp.from(from);
            var until = to == null ? null : Timestamp.from(to);
            select.setObject(1, caller.org());
            select.setTimestamp(2, since);
            select.setTimestamp(3, since);
            select.setTimestamp(4, until);
            select.setTimestamp(5, until);
            select.setInt(6, readings);
            var found = new ArrayList<Metric>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var figures = json.readValue(rows.getString(1), FIGURES);
                    if (figures != null) {
                        found.addAll(figures);
                    }
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The readings could not be read.", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
