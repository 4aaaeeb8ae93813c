package eu.bekaa.standard.assurance.figures;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.kernel.Word;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Counts across features, so that whoever watches every organization every minute asks once.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FigureRows extends GenericRepository<Assessment, UUID> {
    /// What is counted.
    enum Counted {
        ASSESSMENTS,
        PENDING,
        OLDEST_PENDING,
        OPEN,
        OVERDUE;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// @param state of the assessments, empty for what is not split
    @Introspected
    record Figure(Counted counted, String state, double value) {}

    @Query("""
            WITH approvals AS (SELECT count(*) AS pending,
                                      CAST(COALESCE(floor(EXTRACT(EPOCH FROM CAST(:now AS timestamptz) - min(p.created_at))), 0)
                                           AS bigint) AS oldest_pending
                                 FROM approval p
                                 JOIN assessment a ON a.organization_id = p.organization_id
                                                  AND a.assessment_id = p.assessment_id
                                WHERE p.organization_id = :org
                                  AND p.decision IS NULL
                                  AND a.deleted_at IS NULL),
                 plans AS (SELECT count(*) AS open, count(*) FILTER (WHERE i.due_date < :today) AS overdue
                             FROM poam_item i
                             JOIN artifact_version v ON v.organization_id = i.organization_id
                                                    AND v.version_id = i.poam_version_id
                            WHERE i.organization_id = :org
                              AND v.status = 'approved'
                              AND i.status NOT IN ('completed', 'cancelled'))
            (SELECT 'assessments' AS counted, state, count(*) AS value
               FROM assessment
              WHERE organization_id = :org
                AND deleted_at IS NULL
              GROUP BY state
              ORDER BY state)
            UNION ALL
            SELECT 'pending', '', pending FROM approvals
            UNION ALL
            SELECT 'oldest_pending', '', oldest_pending FROM approvals
            UNION ALL
            SELECT 'open', '', open FROM plans
            UNION ALL
            SELECT 'overdue', '', overdue FROM plans
            """)
    List<Figure> figures(UUID org, Instant now, LocalDate today);
}
