package eu.bekaa.standard.lambda;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Nothing that ages is used on from a SnapStart snapshot. Connections are closed before it is taken; when it is
/// brought back one is opened, with fresh credentials, before the first event. Clocks are read when asked, and
/// `SecureRandom` reads the kernel's random source, which Lambda renews: there is nothing else to renew here. What the
/// first connection was opened with may lie in the memory that is kept; Lambda encrypts it.
@Context
@Requires(env = LambdaEnvironment.NAME)
final class Snapshot implements Resource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final List<HikariDataSource> pools;

    Snapshot(List<DataSource> sources) {
        pools = sources.stream()
                .map(DelegatingDataSource::unwrapDataSource)
                .filter(HikariDataSource.class::isInstance)
                .map(HikariDataSource.class::cast)
                .toList();
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        pools.forEach(Snapshot::connect);
        pools.forEach(Snapshot::empty);
        // what starting took is dead by now and is not to make the snapshot larger
        System.gc();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        pools.forEach(pool -> pool.getHikariPoolMXBean().resumePool());
        pools.forEach(Snapshot::connect);
    }

    /// A database that is away makes the first event slower, that is all.
    private static void connect(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            connection.isValid(1);
        } catch (SQLException away) {
            LOG.warn("The function could not be primed", away);
        }
    }

    private static void empty(HikariDataSource pool) {
        var control = pool.getHikariPoolMXBean();
        control.suspendPool();
        control.softEvictConnections();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (control.getTotalConnections() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(control.getTotalConnections() + " connections are still open.");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
