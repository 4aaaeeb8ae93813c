package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false)
class AuditChainTest {
    @Inject
    Transactions transactions;

    @Inject
    Audit audit;

    @Inject
    AuditLog log;

    @Inject
    Tenants tenants;

    private void record(Caller caller, String action) {
        transactions.write(caller, () -> {
            audit.record(
                    caller,
                    AuditEvent.of(action, caller.org())
                            .with("reason", "quote \" tab \t é 漢 \uD83D\uDE00")
                            .with("count", 3));
            return action;
        });
    }

    private static void tamper(String... statements) throws SQLException {
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE audit_record DISABLE TRIGGER append_only");
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute("ALTER TABLE audit_record ENABLE TRIGGER append_only");
        }
    }

    @Test
    void scp61_anUntouchedChainVerifies() {
        var tenant = tenants.create();
        IntStream.range(0, 5).forEach(i -> record(tenant.assessor(), "thing.changed"));

        var verification = log.verify(tenant.auditor(), Map.of());

        assertThat(verification.status()).isEqualTo("ok");
        assertThat(verification.recordCount()).isEqualTo(5);
        assertThat(verification.firstChainedSequence()).isEqualTo(1);
        assertThat(verification.tamperedAtSequence()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE audit_record SET action = 'thing.forged' WHERE organization_id = '%s' AND sequence = 3, 3",
        "UPDATE audit_record SET metadata_safe = '{}' WHERE organization_id = '%s' AND sequence = 2, 2",
        "UPDATE audit_record SET occurred_at = occurred_at + interval '1 second' WHERE organization_id = '%s' AND sequence = 5, 5",
        "DELETE FROM audit_record WHERE organization_id = '%s' AND sequence = 1, 1",
        "DELETE FROM audit_record WHERE organization_id = '%s' AND sequence = 4, 4",
        "DELETE FROM audit_record WHERE organization_id = '%s' AND sequence = 5, 5",
        "UPDATE audit_head SET sequence = 4 WHERE organization_id = '%s', 5"
    })
    void scp61_anyChangedOrMissingRowIsNamed(String forgery, long sequence) throws SQLException {
        var tenant = tenants.create();
        IntStream.range(0, 5).forEach(i -> record(tenant.assessor(), "thing.changed"));

        tamper(forgery.formatted(tenant.organizationId()));

        var verification = log.verify(tenant.auditor(), Map.of());
        assertThat(verification.status()).isEqualTo("tampered");
        assertThat(verification.tamperedAtSequence()).isEqualTo(sequence);
    }

    @Test
    void scp63_theDatabaseRefusesUpdateAndDelete() throws SQLException {
        var tenant = tenants.create();
        record(tenant.assessor(), "thing.changed");
        try (var connection = TestDatabase.instance().owner();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit_record"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("UPDATE audit_record SET action = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("TRUNCATE audit_record")).hasMessageContaining("append-only");
        }
    }

    @Test
    void scp63_aRecordIsGoneWhenItsChangeIsRolledBack() {
        var tenant = tenants.create();
        var caller = tenant.assessor();

        assertThatThrownBy(() -> transactions.write(caller, () -> {
                    audit.record(caller, "thing.changed", null);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(log.verify(tenant.auditor(), Map.of()).recordCount()).isZero();
    }

    @Test
    void scp63_concurrentWritersLeaveOneGaplessChain() throws Exception {
        var tenant = tenants.create();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 60)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        record(tenant.assessor(), "thing.changed");
                        return i;
                    })
                    .toList();
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        var verification = log.verify(tenant.auditor(), Map.of());
        assertThat(verification.status()).isEqualTo("ok");
        assertThat(verification.recordCount()).isEqualTo(60);
    }

    @Test
    void std140_theLogIsReadPageByPageNewestFirst() {
        var tenant = tenants.create();
        IntStream.range(0, 7).forEach(i -> record(tenant.assessor(), "thing.changed"));
        var all = new AuditLog.Filter(null, null, null, null, null);

        var first = log.page(tenant.auditor(), all, new PageRequest(5, null));
        var second = log.page(tenant.auditor(), all, PageRequest.of(5, first.nextCursor()));

        assertThat(first.data()).extracting(record -> record.sequence()).containsExactly(7L, 6L, 5L, 4L, 3L);
        assertThat(second.data()).extracting(record -> record.sequence()).containsExactly(2L, 1L);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void std2_anotherOrganizationsRowsAreInvisible() throws SQLException {
        var mine = tenants.create();
        var theirs = tenants.create();
        record(theirs.assessor(), "thing.changed");

        var seen = transactions.read(mine.assessor(), () -> {
            try (var rows =
                    transactions.connection().createStatement().executeQuery("SELECT count(*) FROM audit_record")) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });

        assertThat(seen).isZero();
    }
}
