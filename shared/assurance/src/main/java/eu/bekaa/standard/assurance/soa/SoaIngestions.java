package eu.bekaa.standard.assurance.soa;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SoaIngestions extends GenericRepository<SoaIngestion, UUID> {
    SoaIngestion save(SoaIngestion ingestion);

    @Query("""
            SELECT *
              FROM soa_ingestion
             WHERE organization_id = :org
               AND soa_version_id = :version
            """)
    Optional<SoaIngestion> find(UUID org, UUID version);

    @Query("""
            SELECT i.*
              FROM soa_ingestion i
              JOIN artifact_version v ON v.organization_id = i.organization_id AND v.version_id = i.soa_version_id
             WHERE i.organization_id = :org
               AND v.assessment_id = :assessment
            """)
    List<SoaIngestion> ofAssessment(UUID org, UUID assessment);
}
