package eu.bekaa.standard.bench.audit;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Transactions of one row, as many as there is time for.
final class Writes {
    private static final String INSERT = """
            INSERT INTO idempotency_key (organization_id, endpoint, key, body_hash, created_at)
            VALUES (?, 'POST /bench', ?, 'none', now())
            """;

    private final Transactions transactions;
    private final Audit audit;
    private final List<Caller> callers = new ArrayList<>();

    Writes(ApplicationContext context) throws SQLException {
        this.transactions = context.getBean(Transactions.class);
        this.audit = context.getBean(Audit.class);
        for (int i = 0; i < 32; i++) {
            callers.add(organization());
        }
    }

    /// A new organization, and somebody in it.
    static Caller organization() throws SQLException {
        var id = UUID.randomUUID();
        try (var owner = TestDatabase.instance().owner();
                var insert = owner.prepareStatement(
                        "INSERT INTO organization (organization_id, slug, name, created_at) VALUES (?, ?, 'Bench', now())")) {
            insert.setObject(1, id);
            insert.setString(2, "b-" + id);
            insert.executeUpdate();
        }
        return new Caller(id, new Actor.Machine(id, "bench"), Set.of(), "bench-trace-1", "127.0.0.1", "bench");
    }

    /// @return commits per second
    double plain(int connections, int organizations, double seconds) throws InterruptedException {
        return perSecond(
                connections,
                organizations,
                seconds,
                caller -> transactions.write(caller, () -> {
                    insert(caller);
                    return caller;
                }));
    }

    double audited(int connections, int organizations, double seconds) throws InterruptedException {
        return perSecond(
                connections,
                organizations,
                seconds,
                caller -> transactions.write(caller, () -> {
                    insert(caller);
                    audit.record(caller, "bench.written", caller.org());
                    return caller;
                }));
    }

    private double perSecond(int connections, int organizations, double seconds, Consumer<Caller> work)
            throws InterruptedException {
        var done = new LongAdder();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                var caller = callers.get(i % organizations);
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        work.accept(caller);
                        done.increment();
                    }
                });
            }
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private void insert(Caller caller) {
        try (var insert = transactions.connection().prepareStatement(INSERT)) {
            insert.setObject(1, caller.org());
            insert.setString(2, UUID.randomUUID().toString());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
