package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the database answers.
@Singleton
public class DatabaseHealth {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

    private final Transactions transactions;

    DatabaseHealth(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Asks it, for a second at most once connected.
    public boolean isUp(Caller caller) {
        try {
            return transactions.read(caller, this::answers);
        } catch (RuntimeException away) {
            LOG.warn("The database does not answer: {}", away.getMessage());
            return false;
        }
    }

    private boolean answers() {
        try {
            return transactions.connection().isValid(1);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }
}
