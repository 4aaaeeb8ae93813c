package eu.bekaa.standard.catalog;

import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
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

/// Reading statements for mappings.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MappingRows extends GenericRepository<ScfVersion, UUID> {
    /// A requirement with one of its official mappings, or without any.
    @Introspected
    record CoverageLine(
            UUID requirementId,
            @Nullable UUID controlId,
            @Nullable RelationshipType relationshipType,
            @Nullable Double strengthScore) {}

    /// A control that answers one of two frameworks, or both, and what it answers of each.
    @Introspected
    record SharedControl(
            int ordinal,
            UUID controlId,
            String controlCode,
            String controlTitle,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> requirementsA,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> requirementsB) {}

    /// How the controls of two frameworks overlap.
    @Introspected
    record Overlap(int inA, int inB, int shared) {}

    String MAPPINGS = """
            SELECT m.scf_mapping_id AS id, m.scf_version_id, m.scf_framework_id, m.scf_framework_requirement_id,
                   m.scf_control_id, c.control_code, r.requirement_code, f.framework_code, m.relationship_type,
                   m.strength_score, m.strength_score AS relationship_strength, m.mapping_rationale, m.mapping_source,
                   m.is_official, m.status
              FROM scf_mapping m
              JOIN scf_control c ON c.control_id = m.scf_control_id
              JOIN scf_requirement r ON r.requirement_id = m.scf_framework_requirement_id
              JOIN scf_framework f ON f.framework_id = m.scf_framework_id
            """;

    @Query(MAPPINGS + """
             WHERE m.scf_control_id = :control
               AND (CAST(:framework AS uuid) IS NULL OR m.scf_framework_id = CAST(:framework AS uuid))
             ORDER BY f.framework_code, r.sort_key, r.requirement_code
            """)
    List<Mapping> ofControl(UUID control, @Nullable UUID framework);

    @Query(MAPPINGS + """
             WHERE m.scf_version_id = :version
               AND m.scf_framework_requirement_id = :requirement
             ORDER BY c.ordinal
            """)
    List<Mapping> ofRequirement(UUID version, UUID requirement);

    @Query(MAPPINGS + """
             WHERE m.scf_version_id = :version
               AND m.scf_framework_id = :framework
               AND m.is_official
             ORDER BY r.sort_key, r.requirement_code, c.ordinal
            """)
    List<Mapping> ofFramework(UUID version, UUID framework);

    @Query("""
            SELECT scf_control_id, relationship_type, strength_score
              FROM scf_mapping
             WHERE scf_version_id = :version
               AND scf_framework_id = :framework
               AND is_official
             ORDER BY scf_mapping_id
            """)
    List<MappingWeight> weights(UUID version, UUID framework);

    /// Which requirements a version knows is told as by [CatalogRows#requirements(UUID, UUID)].
    @Query("""
            SELECT r.requirement_id, m.scf_control_id AS control_id, m.relationship_type, m.strength_score
              FROM scf_requirement r
              JOIN scf_version v ON v.scf_version_id = :version
              LEFT JOIN scf_mapping m ON m.scf_version_id = v.scf_version_id
                                     AND m.scf_framework_id = r.framework_id
                                     AND m.scf_framework_requirement_id = r.requirement_id
                                     AND m.is_official
             WHERE r.framework_id = :framework
               AND (r.import_order <= v.import_order AND (v.is_synthetic OR NOT r.is_synthetic)
                    OR EXISTS (SELECT 1
                                 FROM scf_mapping known
                                WHERE known.scf_version_id = v.scf_version_id
                                  AND known.scf_framework_id = r.framework_id
                                  AND known.scf_framework_requirement_id = r.requirement_id))
            """)
    List<CoverageLine> coverage(UUID version, UUID framework);

    /// Which requirements a version knows is told as by [CatalogRows#requirements(UUID, UUID)].
    @Query("""
            SELECT f.framework_name, v.version_label,
                   (SELECT count(*)
                      FROM scf_requirement r
                      LEFT JOIN (SELECT scf_framework_requirement_id AS requirement_id, bool_or(is_official) AS official
                                   FROM scf_mapping
                                  WHERE scf_version_id = :version
                                    AND scf_framework_id = :framework
                                  GROUP BY scf_framework_requirement_id) known USING (requirement_id)
                     WHERE r.framework_id = f.framework_id
                       AND (r.import_order <= v.import_order AND (v.is_synthetic OR NOT r.is_synthetic)
                            OR known.official IS NOT NULL)
                       AND known.official IS NOT TRUE) AS unmapped
              FROM scf_framework f
             CROSS JOIN scf_version v
             WHERE f.framework_id = :framework
               AND v.scf_version_id = :version
            """)
    Optional<FrameworkOutline> outline(UUID version, UUID framework);

    @Query("""
            SELECT count(*) FILTER (WHERE in_a) AS in_a,
                   count(*) FILTER (WHERE in_b) AS in_b,
                   count(*) FILTER (WHERE in_a AND in_b) AS shared
              FROM (SELECT bool_or(scf_framework_id = :a) AS in_a, bool_or(scf_framework_id = :b) AS in_b
                      FROM scf_mapping
                     WHERE scf_version_id = :version
                       AND scf_framework_id IN (:a, :b)
                       AND is_official
                       AND relationship_type <> 'no_relation'
                     GROUP BY scf_control_id) AS control
            """)
    Overlap overlap(UUID version, UUID a, UUID b);

    @Query("""
            SELECT c.ordinal, c.control_id, c.control_code, c.control_title,
                   COALESCE(array_agg(r.requirement_code ORDER BY r.sort_key) FILTER (WHERE m.scf_framework_id = :a), '{}')
                       AS requirements_a,
                   COALESCE(array_agg(r.requirement_code ORDER BY r.sort_key) FILTER (WHERE m.scf_framework_id = :b), '{}')
                       AS requirements_b
              FROM scf_mapping m
              JOIN scf_control c ON c.control_id = m.scf_control_id
              JOIN scf_requirement r ON r.requirement_id = m.scf_framework_requirement_id
             WHERE m.scf_version_id = :version
               AND m.scf_framework_id IN (:a, :b)
               AND m.is_official
               AND m.relationship_type <> 'no_relation'
               AND c.ordinal > :after
             GROUP BY c.control_id
            HAVING CAST(:side AS text) IS NULL
                OR CAST(:side AS text) = CASE WHEN NOT bool_or(m.scf_framework_id = :b) THEN 'only_in_a'
                                              WHEN NOT bool_or(m.scf_framework_id = :a) THEN 'only_in_b'
                                              ELSE 'shared'
                                          END
             ORDER BY c.ordinal
             LIMIT :rows
            """)
    List<SharedControl> crossed(UUID version, UUID a, UUID b, @Nullable String side, long after, int rows);
}
