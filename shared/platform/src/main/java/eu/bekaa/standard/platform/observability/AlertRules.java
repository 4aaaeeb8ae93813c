package eu.bekaa.standard.platform.observability;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertRules extends GenericRepository<AlertRule, UUID> {
    AlertRule save(AlertRule rule);

    AlertRule update(AlertRule rule);

    @Query("SELECT * FROM alert_rule WHERE organization_id = :org ORDER BY created_at, alert_rule_id")
    List<AlertRule> all(UUID org);

    /// The rules to look at, locked: a schedule that fires twice looks once after the other.
    @Query("SELECT * FROM locked_alert_rules(:org) WHERE organization_id = :org")
    List<AlertRule> enabled(UUID org);

    @Query("SELECT EXISTS (SELECT 1 FROM alert_rule WHERE organization_id = :org AND name = :name)")
    boolean named(UUID org, String name);
}
