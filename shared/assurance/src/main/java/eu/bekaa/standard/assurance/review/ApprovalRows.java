package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.assurance.assessment.Gate;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Approvals of a deleted assessment are not found.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApprovalRows extends GenericRepository<Approval, UUID> {
    Approval save(Approval approval);

    @Query("""
            SELECT p.*
              FROM approval p
              JOIN assessment a ON a.organization_id = p.organization_id AND a.assessment_id = p.assessment_id
             WHERE p.organization_id = :org
               AND p.approval_id = :id
               AND a.deleted_at IS NULL
            """)
    Optional<Approval> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM approval
             WHERE organization_id = :org
               AND version_id = :version
            """)
    Optional<Approval> ofVersion(UUID org, UUID version);

    @Query("""
            SELECT *
              FROM approval
             WHERE organization_id = :org
               AND assessment_id = :assessment
             ORDER BY approval_id
            """)
    List<Approval> ofAssessment(UUID org, UUID assessment);

    @Query("""
            SELECT p.*
              FROM approval p
              JOIN assessment a ON a.organization_id = p.organization_id AND a.assessment_id = p.assessment_id
             WHERE p.organization_id = :org
               AND p.decision IS NULL
               AND a.deleted_at IS NULL
               AND (CAST(:gate AS text) IS NULL OR p.gate = :gate)
             ORDER BY p.approval_id
            """)
    List<Approval> pending(UUID org, @Nullable Gate gate);

    @Query("""
            UPDATE approval
               SET decision = :decision, actor_id = :by, reason = :reason, decided_at = :at
             WHERE organization_id = :org
               AND approval_id = :id
               AND decision IS NULL
            """)
    int decide(UUID org, UUID id, Decision decision, UUID by, @Nullable String reason, Instant at);
}
