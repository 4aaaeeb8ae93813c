package eu.bekaa.standard.function.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Eventually;
import eu.bekaa.standard.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Lets requests meet: each has read what it builds on before the first of them may change it.
final class Rush {
    private static final Executor EACH_ITS_OWN = Thread::startVirtualThread;

    private Rush() {}

    /// Sends the requests at once, while the assessment is held, and lets go when all of them wait for it.
    static <T> List<T> on(UUID assessment, List<Supplier<T>> requests) {
        try (var owner = TestDatabase.instance().owner()) {
            owner.setAutoCommit(false);
            hold(owner, assessment);
            var answers = requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(request, EACH_ITS_OWN))
                    .toList();
            Eventually.asserts(() -> assertThat(waiting(owner)).isEqualTo(requests.size()));
            owner.commit();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void hold(Connection owner, UUID assessment) throws SQLException {
        try (var select = owner.prepareStatement("SELECT 1 FROM assessment WHERE assessment_id = ? FOR UPDATE")) {
            select.setObject(1, assessment);
            assertThat(select.executeQuery().next()).isTrue();
        }
    }

    private static int waiting(Connection owner) throws SQLException {
        try (var count = owner.createStatement();
                var row = count.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getInt(1);
        }
    }
}
