package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.DependencyCheck;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the database answers.
@Singleton
public class DatabaseHealth implements DependencyCheck {
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

    @Override
    public String dependency() {
        return "database";
    }

    @Override
    public void ask(Caller caller) {
        if (!transactions.read(caller, this::answers)) {
            throw new IllegalStateException("The connection is not valid.");
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
