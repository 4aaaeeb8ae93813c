package eu.bekaa.standard.assurance.evidence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EvidenceSources extends GenericRepository<EvidenceSource, UUID> {
    void saveAll(Iterable<EvidenceSource> sources);

    @Query("""
            SELECT *
              FROM evidence_source
             WHERE organization_id = :org
               AND evidence_finding_id = ANY (CAST(:findings AS uuid[]))
             ORDER BY evidence_finding_id, rank
            """)
    List<EvidenceSource> of(UUID org, @TypeDef(type = DataType.STRING_ARRAY) List<String> findings);
}
