package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A proxy between functions and database shares connections from transaction to transaction, as long as nothing of a
/// session outlives a transaction.
@MicronautTest(transactional = false, startApplication = false)
class SessionStateTest {
    private static final String LASTING = """
            SELECT name || ' = ' || setting
              FROM pg_settings
             WHERE source = 'session'
             ORDER BY name
            """;

    @Inject
    Transactions transactions;

    @Inject
    Tenants tenants;

    @Test
    void nothingIsSetForLongerThanATransaction() {
        var caller = tenants.create().assessor();
        transactions.write(caller, () -> caller);
        transactions.read(caller, () -> caller);

        assertThat(transactions.read(caller, () -> lasting(caller))).isEmpty();
    }

    private List<String> lasting(Caller caller) {
        try (var statement = transactions.connection().createStatement();
                var rows = statement.executeQuery(LASTING)) {
            var settings = new ArrayList<String>();
            while (rows.next()) {
                settings.add(rows.getString(1));
            }
            settings.removeIf(setting -> setting.startsWith("transaction_")
                    || setting.contains(caller.org().toString()));
            return settings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
