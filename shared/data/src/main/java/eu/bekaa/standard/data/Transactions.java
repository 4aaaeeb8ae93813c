package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Jitter;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way into the database. Right after BEGIN the caller's organization is set, which row-level security reads;
/// the audit records of the change are chained and written last before COMMIT; what must follow a commit runs after
/// it.
@Singleton
public class Transactions {
    private static final int SNAPSHOT_ATTEMPTS = 12;
    private static final Duration PAUSE = Duration.ofMillis(4);
    private static final TransactionDefinition ALONE =
            TransactionDefinition.of(TransactionDefinition.Propagation.NOT_SUPPORTED);
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final TransactionOperations<Connection> database;
    private final AuditChain chain;
    private final Jitter jitter;
    private final ScopedValue<Unit> current = ScopedValue.newInstance();

    Transactions(TransactionOperations<Connection> database, AuditChain chain, Jitter jitter) {
        this.database = database;
        this.chain = chain;
        this.jitter = jitter;
    }

    /// Whether each statement sees what has been committed by then, or all see the same.
    private enum Isolation {
        STATEMENT,
        SNAPSHOT
    }

    /// One unit of work: what it is for, and what it leaves to be done at its end.
    private record Unit(
            UUID organization,
            boolean writes,
            Connection connection,
            List<AuditEntry> entries,
            List<Runnable> afterCommit) {}

    /// Runs a change. Joins the transaction that is already open for the same organization.
    public <T extends @Nullable Object> T write(Caller caller, Supplier<T> work) {
        return run(caller, TransactionDefinition.DEFAULT, work);
    }

    /// Runs a read: nothing can be changed or recorded in it, unless it joins a change.
    public <T extends @Nullable Object> T read(Caller caller, Supplier<T> work) {
        return run(caller, TransactionDefinition.READ_ONLY, work);
    }

    /// Runs a change that sees one state of the data from its first statement to its last. Where something that it
    /// changes has been changed by another meanwhile, it is rolled back and runs again on what is there then; every
    /// recorded change moves the organization's audit chain, so none passes unseen.
    public <T extends @Nullable Object> T writeOnSnapshot(Caller caller, Supplier<T> work) {
        if (current.isBound()) {
            throw new IllegalStateException("A snapshot is taken before anything else is read.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return begin(caller, TransactionDefinition.DEFAULT, work, Isolation.SNAPSHOT);
            } catch (RuntimeException failure) {
                if (attempt == SNAPSHOT_ATTEMPTS || !isOvertaken(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(jitter.below(PAUSE.multipliedBy(attempt)).toNanos());
            }
        }
    }

    /// Runs a change of its own beside whatever transaction is open, so that it stays when that one is rolled back.
    public <T extends @Nullable Object> T writeAside(Caller caller, Supplier<T> work) {
        var alone = TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);
        return begin(caller, alone, work, Isolation.STATEMENT);
    }

    /// Calls a function of the database that has rights of its own. The statement is a transaction by itself in which
    /// no organization is set: it costs one round trip, not three, and sees of tenants what the function shows.
    public <T extends @Nullable Object> T call(Function<Connection, T> statement) {
        return database.execute(ALONE, status -> statement.apply(status.getConnection()));
    }

    /// Runs once the open transaction has committed; never when it is rolled back. A failure is logged and changes
    /// nothing.
    public void afterCommit(Runnable action) {
        unit().afterCommit().add(action);
    }

    /// The open transaction's connection, for COPY and hand-written JDBC. Not to be closed or committed.
    public Connection connection() {
        return unit().connection();
    }

    void enlist(Caller caller, AuditEntry entry) {
        var unit = unit();
        if (!unit.writes() || !unit.organization().equals(caller.org())) {
            throw new IllegalStateException(
                    entry.event().action() + " is recorded in a transaction that cannot hold it.");
        }
        unit.entries().add(entry);
    }

    private Unit unit() {
        return current.orElseThrow(() -> new IllegalStateException("No transaction is open."));
    }

    private <T extends @Nullable Object> T run(Caller caller, TransactionDefinition definition, Supplier<T> work) {
        if (!current.isBound()) {
            return begin(caller, definition, work, Isolation.STATEMENT);
        }
        var unit = current.get();
        if (!unit.organization().equals(caller.org())) {
            throw new IllegalStateException("A transaction belongs to one organization.");
        }
        if (!unit.writes() && !isReadOnly(definition)) {
            throw new IllegalStateException("A change cannot join a read.");
        }
        return work.get();
    }

    private <T extends @Nullable Object> T begin(
            Caller caller, TransactionDefinition definition, Supplier<T> work, Isolation isolation) {
        var afterCommit = new ArrayList<Runnable>();
        T result = database.execute(definition, status -> {
            var unit = new Unit(
                    caller.org(), !isReadOnly(definition), status.getConnection(), new ArrayList<>(), afterCommit);
            if (isolation == Isolation.SNAPSHOT) {
                takeSnapshot(unit);
            }
            setOrganization(unit);
            T outcome = ScopedValue.where(current, unit).call(work::get);
            chain.append(unit.connection(), unit.organization(), unit.entries());
            return outcome;
        });
        afterCommit.forEach(Transactions::runQuietly);
        return result;
    }

    private static boolean isReadOnly(TransactionDefinition definition) {
        return definition.isReadOnly().orElse(false);
    }

    private static void takeSnapshot(Unit unit) throws SQLException {
        try (var statement = unit.connection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
    }

    /// A serialization failure (PostgreSQL, appendix A).
    private static boolean isOvertaken(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && "40001".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void setOrganization(Unit unit) throws SQLException {
        try (var statement =
                unit.connection().prepareStatement("SELECT set_config('standard.organization', ?, true)")) {
            statement.setString(1, unit.organization().toString());
            statement.execute();
        }
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.warn("An action after commit failed; the sweep makes up for it.", failure);
        }
    }
}
