package eu.bekaa.standard.platform.integration;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StatusRows extends GenericRepository<StatusChange, UUID> {
    StatusChange save(StatusChange change);

    @Query("""
            SELECT *
              FROM integration_status
             WHERE organization_id = :org
               AND integration_id = :integration
             ORDER BY occurred_at, integration_status_id
            """)
    List<StatusChange> history(UUID org, UUID integration);
}
