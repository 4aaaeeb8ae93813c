package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.Severity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PoamItems extends GenericRepository<PoamItem, UUID> {
    void saveAll(Iterable<PoamItem> items);

    PoamItem update(PoamItem item);

    @Query("""
            SELECT *
              FROM poam_item
             WHERE organization_id = :org
               AND poam_item_id = :id
            """)
    Optional<PoamItem> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM poam_item
             WHERE organization_id = :org
               AND poam_version_id = :version
             ORDER BY ordinal
            """)
    List<PoamItem> all(UUID org, UUID version);

    @Query("""
            SELECT *
              FROM poam_item
             WHERE organization_id = :org
               AND poam_version_id = :version
               AND (CAST(:priority AS text) IS NULL OR priority = CAST(:priority AS text))
               AND (CAST(:severity AS text) IS NULL OR severity = CAST(:severity AS text))
               AND (CAST(:status AS text) IS NULL OR status = CAST(:status AS text))
               AND (CAST(:actionType AS text) IS NULL OR action_type = CAST(:actionType AS text))
               AND (CAST(:ownerRole AS text) IS NULL OR owner_role = CAST(:ownerRole AS text))
               AND (CAST(:validation AS boolean) IS NULL OR requires_user_validation = CAST(:validation AS boolean))
               AND ordinal > :after
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<PoamItem> page(
            UUID org,
            UUID version,
            @Nullable Priority priority,
            @Nullable Severity severity,
            @Nullable ItemStatus status,
            @Nullable ActionType actionType,
            @Nullable String ownerRole,
            @Nullable Boolean validation,
            long after,
            int rows);

    @Query("""
            SELECT priority, status, action_type, count(*) AS items
              FROM poam_item
             WHERE organization_id = :org
               AND poam_version_id = :version
             GROUP BY priority, status, action_type
            """)
    List<PoamTally> tallies(UUID org, UUID version);

    /// An approved plan's items are approved with it.
    @Query("""
            UPDATE poam_item
               SET status = 'approved', row_version = row_version + 1
             WHERE organization_id = :org
               AND poam_version_id = :version
               AND status = 'draft'
            """)
    void approve(UUID org, UUID version);

    /// Copies a version's items, in their order, under the given ids.
    @Query("""
            INSERT INTO poam_item (
                   poam_item_id, row_version, organization_id, poam_version_id, ordinal, poam_code,
                   related_gap_finding_id,
                   soa_item_id, framework_requirement_id, requirement_code, scf_control_id, control_code, scf_domain_id,
                   corrective_action, action_type, priority, severity, risk_rating, effort_estimate, suggested_owner,
                   owner_role, due_date, target_maturity_score, expected_evidence, acceptance_criteria,
                   dependencies_summary,
                   status, rationale, confidence_score, requires_user_validation, risk_acceptance_expires_at)
            SELECT copy.id, 0, i.organization_id, :to, i.ordinal, i.poam_code, i.related_gap_finding_id,
                   i.soa_item_id, i.framework_requirement_id, i.requirement_code, i.scf_control_id, i.control_code,
                   i.scf_domain_id, i.corrective_action, i.action_type, i.priority, i.severity, i.risk_rating,
                   i.effort_estimate, i.suggested_owner, i.owner_role, i.due_date, i.target_maturity_score,
                   i.expected_evidence, i.acceptance_criteria, i.dependencies_summary, i.status, i.rationale,
                   i.confidence_score, i.requires_user_validation, i.risk_acceptance_expires_at
              FROM poam_item i
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, ordinal) ON copy.ordinal = i.ordinal
             WHERE i.organization_id = :org
               AND i.poam_version_id = :version
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
