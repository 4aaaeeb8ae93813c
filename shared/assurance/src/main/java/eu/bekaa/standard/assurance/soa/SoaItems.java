package eu.bekaa.standard.assurance.soa;

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
interface SoaItems extends GenericRepository<SoaItem, UUID> {
    void saveAll(Iterable<SoaItem> items);

    SoaItem update(SoaItem item);

    void updateAll(Iterable<SoaItem> items);

    @Query("""
            SELECT *
              FROM soa_item
             WHERE organization_id = :org
               AND soa_item_id = :id
            """)
    Optional<SoaItem> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM soa_item
             WHERE organization_id = :org
               AND soa_version_id = :version
             ORDER BY ordinal
            """)
    List<SoaItem> all(UUID org, UUID version);

    /// All items of a version as its rules see them, in order.
    @Query("""
            SELECT requirement_code, control_code, applicability_status,
                   non_applicability_rationale IS NOT NULL AS has_non_applicability_rationale,
                   scope_rationale IS NOT NULL AS has_scope_rationale, evidence_coverage, mapping_status
              FROM soa_item
             WHERE organization_id = :org
               AND soa_version_id = :version
             ORDER BY ordinal
            """)
    List<SoaLine> lines(UUID org, UUID version);

    @Query("""
            SELECT *
              FROM soa_item
             WHERE organization_id = :org
               AND soa_version_id = :version
               AND (CAST(:applicability AS text) IS NULL OR applicability_status = CAST(:applicability AS text))
               AND ordinal > :after
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<SoaItem> page(UUID org, UUID version, @Nullable ApplicabilityStatus applicability, long after, int rows);

    @Query("""
            SELECT *
              FROM soa_item
             WHERE organization_id = :org
               AND soa_item_id = ANY (CAST(:ids AS uuid[]))
            """)
    List<SoaItem> some(UUID org, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);

    /// Copies a version's items, in their order, under the given ids.
    @Query("""
            INSERT INTO soa_item (
                   soa_item_id, row_version, organization_id, soa_version_id, ordinal, framework_id,
                   framework_requirement_id, requirement_code, scf_version_id, scf_control_id, control_code,
                   applicability_status, implementation_status, applicability_rationale, non_applicability_rationale,
                   scope_rationale, evidence_summary, evidence_coverage, confidence_score, requires_user_validation,
                   validation_notes, source_mapping_id, mapping_status, relationship_type, relationship_strength,
                   responsibility_type)
            SELECT copy.id, 0, i.organization_id, :to, i.ordinal, i.framework_id,
                   i.framework_requirement_id, i.requirement_code, i.scf_version_id, i.scf_control_id, i.control_code,
                   i.applicability_status, i.implementation_status, i.applicability_rationale,
                   i.non_applicability_rationale, i.scope_rationale, i.evidence_summary, i.evidence_coverage,
                   i.confidence_score, i.requires_user_validation, i.validation_notes, i.source_mapping_id,
                   i.mapping_status, i.relationship_type, i.relationship_strength, i.responsibility_type
              FROM soa_item i
              JOIN unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS copy (id, ordinal) ON copy.ordinal = i.ordinal
             WHERE i.organization_id = :org
               AND i.soa_version_id = :version
            """)
    void copy(UUID org, UUID version, UUID to, @TypeDef(type = DataType.STRING_ARRAY) List<String> ids);
}
