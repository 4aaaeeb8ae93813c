package eu.bekaa.standard.platform.integration;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IntegrationRows extends GenericRepository<Integration, UUID> {
    Integration save(Integration integration);

    Integration update(Integration integration);

    @Query("""
            SELECT *
              FROM integration
             WHERE organization_id = :org
               AND deleted_at IS NULL
             ORDER BY created_at, integration_id
            """)
    List<Integration> all(UUID org);

    @Query("SELECT * FROM integration WHERE organization_id = :org AND integration_id = :id AND deleted_at IS NULL")
    Optional<Integration> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM integration
             WHERE organization_id = :org
               AND integration_id = :id
               AND deleted_at IS NULL
               FOR UPDATE
            """)
    Optional<Integration> locked(UUID org, UUID id);
}
