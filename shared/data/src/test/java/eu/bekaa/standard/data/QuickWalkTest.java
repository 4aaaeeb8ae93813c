package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick walk by itself: the thorough one would hide what it gets wrong.
@MicronautTest(transactional = false)
class QuickWalkTest {
    private static final String ODD = "\" \\ \b \f \n \r \t \u0001 \u001f \u007f é 漢 \uD83D\uDE00 { } [ ] : , /";

    @Inject
    Transactions transactions;

    @Inject
    Audit audit;

    @Inject
    Tenants tenants;

    private AuditVerification walked(Caller caller) {
        return transactions.read(caller, () -> {
            try {
                return QuickWalk.along(transactions.connection(), Map.of()).verdict(Instant.EPOCH);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private void record(Caller caller, AuditEvent event) {
        transactions.write(caller, () -> {
            audit.record(caller, event);
            return event;
        });
    }

    @Test
    void scp61_everyKindOfValueMatchesItsHash() {
        var tenant = tenants.create();
        var plain = AuditEvent.of("thing.changed", null);
        record(tenant.assessor(), plain);
        record(
                tenant.assessor(),
                AuditEvent.of("thing.changed", UUID.randomUUID())
                        .in(UUID.randomUUID())
                        .with("reason", ODD)
                        .with("b", -3)
                        .with("a_long_name", true)
                        .with("aa", 9_007_199_254_740_991L)
                        .with("", false)
                        .with(ODD, ""));
        var many = plain;
        for (int i = 0; i < 40; i++) {
            many = many.with("key" + i, "x".repeat(500));
        }
        record(tenant.machine(), many);
        record(withAgent(tenant.owner(), ODD), plain);

        var verification = walked(tenant.auditor());

        assertThat(verification.error()).isNull();
        assertThat(verification.status()).isEqualTo("ok");
        assertThat(verification.recordCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor_type = 'forged'",
                "metadata_safe = '{\"count\": 4}'",
                "metadata_safe = '{\"count\": 3, \"more\": null}'",
                "metadata_safe = '{\"count\": {\"3\": 3}}'",
                "metadata_safe = '[3]'",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "user_agent = NULL",
                "resource_id = organization_id",
                "record_hash = prev_hash"
            })
    void scp61_anyChangedColumnIsSeen(String forgery) throws SQLException {
        var tenant = tenants.create();
        record(tenant.assessor(), AuditEvent.of("thing.changed", null).with("count", 3));
        record(tenant.assessor(), AuditEvent.of("thing.changed", null).with("count", 3));
        try (var owner = TestDatabase.instance().owner();
                var statement = owner.createStatement()) {
            statement.execute("ALTER TABLE audit_record DISABLE TRIGGER append_only");
            statement.execute("UPDATE audit_record SET " + forgery + " WHERE sequence = 2 AND organization_id = '"
                    + tenant.organizationId() + "'");
            statement.execute("ALTER TABLE audit_record ENABLE TRIGGER append_only");
        }

        var verification = walked(tenant.auditor());

        assertThat(verification.status()).isEqualTo("tampered");
        assertThat(verification.tamperedAtSequence()).isEqualTo(2);
    }

    private static Caller withAgent(Caller caller, String agent) {
        return new Caller(
                caller.org(), caller.actor(), caller.permissions(), caller.traceId(), caller.ipAddress(), agent);
    }
}
