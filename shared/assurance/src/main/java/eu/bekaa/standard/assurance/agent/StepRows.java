package eu.bekaa.standard.assurance.agent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StepRows extends GenericRepository<AgentStep, UUID> {
    AgentStep save(AgentStep step);

    void saveAll(Iterable<AgentStep> steps);

    @Query("""
            SELECT *
              FROM agent_step
             WHERE organization_id = :org
               AND agent_run_id = :run
             ORDER BY ordinal
            """)
    List<AgentStep> all(UUID org, UUID run);

    @Query("""
            SELECT COALESCE(MAX(ordinal), 0) + 1
              FROM agent_step
             WHERE organization_id = :org
               AND agent_run_id = :run
            """)
    int next(UUID org, UUID run);
}
