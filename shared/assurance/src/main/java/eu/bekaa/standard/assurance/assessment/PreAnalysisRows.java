package eu.bekaa.standard.assurance.assessment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PreAnalysisRows extends GenericRepository<PreAnalysisRow, UUID> {
    void saveAll(Iterable<PreAnalysisRow> rows);

    @Query("""
            SELECT *
              FROM pre_analysis_domain
             WHERE organization_id = :org
               AND assessment_id = :assessment
             ORDER BY ordinal
            """)
    List<PreAnalysisRow> all(UUID org, UUID assessment);
}
