package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts the items of approved versions without reading them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SummaryRows extends GenericRepository<StoredReport, UUID> {
    /// What is counted.
    enum Counted {
        STATUS,
        SEVERITY,
        UNVALIDATED,
        WITHOUT_LIKELIHOOD,
        WITHOUT_IMPACT,
        LIMITATION,
        MATURITY,
        PRIORITY;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// @param word the status, severity, limitation, level or priority that so many have
    @Introspected
    record Figure(Counted counted, String word, long times) {}

    @Query("""
            WITH finding AS (SELECT assessment_status, severity, requires_user_validation, likelihood, impact,
                                    evidence_finding_id
                               FROM gap_finding
                              WHERE organization_id = :org
                                AND gap_analysis_version_id = :gap)
            SELECT 'status' AS counted, assessment_status AS word, count(*) AS times
              FROM finding
             GROUP BY assessment_status
            UNION ALL
            SELECT 'severity', severity, count(*)
              FROM finding
             GROUP BY severity
            UNION ALL
            SELECT open.counted, '', open.times
              FROM (SELECT count(*) FILTER (WHERE requires_user_validation) AS unvalidated,
                           count(*) FILTER (WHERE likelihood IS NULL) AS without_likelihood,
                           count(*) FILTER (WHERE impact IS NULL) AS without_impact
                      FROM finding) AS many
             CROSS JOIN LATERAL (VALUES ('unvalidated', many.unvalidated),
                                        ('without_likelihood', many.without_likelihood),
                                        ('without_impact', many.without_impact)) AS open (counted, times)
            UNION ALL
            SELECT 'limitation', limitation, count(*)
              FROM evidence_finding e
             CROSS JOIN LATERAL unnest(e.evidence_limitations) AS limitation
             WHERE e.organization_id = :org
               AND e.evidence_finding_id = ANY (ARRAY (SELECT evidence_finding_id FROM finding))
             GROUP BY limitation
            UNION ALL
            SELECT 'maturity', CAST(score AS text), count(*)
              FROM maturity_score
             WHERE organization_id = :org
               AND maturity_version_id = CAST(:maturity AS uuid)
             GROUP BY score
            UNION ALL
            SELECT 'priority', priority, count(*)
              FROM poam_item
             WHERE organization_id = :org
               AND poam_version_id = CAST(:poam AS uuid)
             GROUP BY priority
            """)
    List<Figure> figures(UUID org, UUID gap, @Nullable UUID maturity, @Nullable UUID poam);
}
