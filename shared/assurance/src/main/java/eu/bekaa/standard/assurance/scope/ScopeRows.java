package eu.bekaa.standard.assurance.scope;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScopeRows extends GenericRepository<ScopeRow, UUID> {
    ScopeRow save(ScopeRow row);

    ScopeRow update(ScopeRow row);

    @Query("""
            SELECT *
              FROM scope
             WHERE organization_id = :org
               AND scope_id = :id
            """)
    Optional<ScopeRow> find(UUID org, UUID id);

    @Query("""
            SELECT s.*
              FROM scope s
              JOIN artifact_version v ON v.organization_id = s.organization_id AND v.version_id = s.scope_id
             WHERE s.organization_id = :org
               AND v.assessment_id = :assessment
            """)
    List<ScopeRow> ofAssessment(UUID org, UUID assessment);
}
