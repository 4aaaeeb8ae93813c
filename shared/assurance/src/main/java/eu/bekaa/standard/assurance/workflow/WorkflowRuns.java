package eu.bekaa.standard.assurance.workflow;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkflowRuns extends GenericRepository<WorkflowRun, UUID> {
    WorkflowRun save(WorkflowRun run);

    WorkflowRun update(WorkflowRun run);

    @Query("SELECT * FROM workflow_run WHERE organization_id = :org AND workflow_run_id = :id")
    Optional<WorkflowRun> find(UUID org, UUID id);

    /// The run, locked until the transaction ends.
    @Query("SELECT * FROM locked_workflow_run(:org, :id) WHERE organization_id = :org")
    Optional<WorkflowRun> locked(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM workflow_run
             WHERE organization_id = :org
               AND assessment_id = :assessment
             ORDER BY created_at, workflow_run_id
            """)
    List<WorkflowRun> ofAssessment(UUID org, UUID assessment);

    @Query("""
            SELECT *
              FROM workflow_run
             WHERE organization_id = :org
               AND assessment_id = :assessment
               AND idempotency_key = :key
            """)
    Optional<WorkflowRun> withKey(UUID org, UUID assessment, String key);

    /// The one run of an assessment that is neither completed nor cancelled (STD-130).
    @Query("""
            SELECT *
              FROM workflow_run
             WHERE organization_id = :org
               AND assessment_id = :assessment
               AND status NOT IN ('completed', 'cancelled')
            """)
    Optional<WorkflowRun> active(UUID org, UUID assessment);
}
