package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LifecycleEvents extends GenericRepository<LifecycleEvent, UUID> {
    LifecycleEvent save(LifecycleEvent event);

    @Query("""
            SELECT *
              FROM lifecycle_event
             WHERE organization_id = :org
               AND assessment_id = :assessment
             ORDER BY ordinal
            """)
    List<LifecycleEvent> all(UUID org, UUID assessment);
}
