package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reading statements for mappings.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MappingRows extends GenericRepository<ScfVersion, UUID> {
    /// What one framework's mappings come to.
    @Introspected
    record Count(int mappedRequirements, int controls, int mappings) {}

    /// How the controls of two frameworks overlap.
    @Introspected
    record Overlap(int inA, int inB, int shared) {}

    @Query("""
            SELECT m.scf_mapping_id AS id, m.scf_version_id, m.scf_framework_id, m.scf_framework_requirement_id,
                   m.scf_control_id, c.control_code, r.requirement_code, f.framework_code, m.relationship_type,
                   m.strength_score, m.strength_score AS relationship_strength, m.mapping_rationale, m.mapping_source,
                   m.is_official, m.status
              FROM scf_mapping m
              JOIN scf_control c ON c.control_id = m.scf_control_id
              JOIN scf_requirement r ON r.requirement_id = m.scf_framework_requirement_id
              JOIN scf_framework f ON f.framework_id = m.scf_framework_id
             WHERE m.scf_control_id = :control
               AND (CAST(:framework AS uuid) IS NULL OR m.scf_framework_id = CAST(:framework AS uuid))
             ORDER BY f.framework_code, r.sort_key, r.requirement_code
            """)
    List<Mapping> ofControl(UUID control, @Nullable UUID framework);

    @Query("""
            SELECT m.scf_mapping_id AS id, m.scf_version_id, m.scf_framework_id, m.scf_framework_requirement_id,
                   m.scf_control_id, c.control_code, r.requirement_code, f.framework_code, m.relationship_type,
                   m.strength_score, m.strength_score AS relationship_strength, m.mapping_rationale, m.mapping_source,
                   m.is_official, m.status
              FROM scf_mapping m
              JOIN scf_control c ON c.control_id = m.scf_control_id
              JOIN scf_requirement r ON r.requirement_id = m.scf_framework_requirement_id
              JOIN scf_framework f ON f.framework_id = m.scf_framework_id
             WHERE m.scf_version_id = :version
               AND m.scf_framework_requirement_id = :requirement
             ORDER BY c.ordinal
            """)
    List<Mapping> ofRequirement(UUID version, UUID requirement);

    @Query("""
            SELECT m.scf_mapping_id AS id, m.scf_version_id, m.scf_framework_id, m.scf_framework_requirement_id,
                   m.scf_control_id, c.control_code, r.requirement_code, f.framework_code, m.relationship_type,
                   m.strength_score, m.strength_score AS relationship_strength, m.mapping_rationale, m.mapping_source,
                   m.is_official, m.status
              FROM scf_mapping m
              JOIN scf_control c ON c.control_id = m.scf_control_id
              JOIN scf_requirement r ON r.requirement_id = m.scf_framework_requirement_id
              JOIN scf_framework f ON f.framework_id = m.scf_framework_id
             WHERE m.scf_version_id = :version
               AND m.scf_framework_id = :framework
               AND m.is_official
             ORDER BY r.sort_key, r.requirement_code, c.ordinal
            """)
    List<Mapping> ofFramework(UUID version, UUID framework);

    @Query("""
            SELECT count(DISTINCT scf_framework_requirement_id) AS mapped_requirements,
                   count(DISTINCT scf_control_id) AS controls,
                   count(*) AS mappings
              FROM scf_mapping
             WHERE scf_version_id = :version
               AND scf_framework_id = :framework
               AND is_official
            """)
    Count count(UUID version, UUID framework);

    @Query("""
            SELECT count(*) FILTER (WHERE in_a) AS in_a,
                   count(*) FILTER (WHERE in_b) AS in_b,
                   count(*) FILTER (WHERE in_a AND in_b) AS shared
              FROM (SELECT bool_or(scf_framework_id = :a) AS in_a, bool_or(scf_framework_id = :b) AS in_b
                      FROM scf_mapping
                     WHERE scf_version_id = :version
                       AND scf_framework_id IN (:a, :b)
                       AND is_official
                     GROUP BY scf_control_id) AS control
            """)
    Overlap overlap(UUID version, UUID a, UUID b);
}
