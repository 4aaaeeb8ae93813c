package eu.bekaa.standard.assurance.workflow;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkflowSignals extends GenericRepository<WorkflowSignal, UUID> {
    WorkflowSignal save(WorkflowSignal signal);

    @Query("""
            SELECT *
              FROM workflow_signal
             WHERE organization_id = :org
               AND workflow_run_id = :run
               AND idempotency_key = :key
            """)
    Optional<WorkflowSignal> find(UUID org, UUID run, String key);
}
