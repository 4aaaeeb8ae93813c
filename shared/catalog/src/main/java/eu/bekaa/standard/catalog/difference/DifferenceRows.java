package eu.bekaa.standard.catalog.difference;

import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reading statements for the comparison of two versions. Controls are handed in as pairs: the older version's ids in
/// one array, the newer version's in the other, an unknown id where one has none.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DifferenceRows extends GenericRepository<ScfVersion, UUID> {
    /// In how many mappings a pair differs.
    /// @param pair counts the pairs from 1
    @Introspected
    record Delta(int pair, int added, int removed, int changed) {
        static Delta none(int pair) {
            return new Delta(pair, 0, 0, 0);
        }
    }

    /// One mapping in which a pair differs.
    @Introspected
    record Line(
            int pair,
            UUID frameworkId,
            String frameworkCode,
            UUID requirementId,
            String requirementCode,
            @Nullable RelationshipType relationshipBefore,
            @Nullable RelationshipType relationshipAfter,
            @Nullable Double strengthBefore,
            @Nullable Double strengthAfter) {}

    @Query("""
            SELECT c.control_id, c.scf_version_id, c.control_code, d.domain_code, c.control_title, c.control_description,
                   c.control_question, c.control_weight
              FROM scf_control c
              JOIN scf_domain d ON d.scf_domain_id = c.scf_domain_id
             WHERE c.scf_version_id IN (:older, :newer)
             ORDER BY c.ordinal
            """)
    List<ControlText> controls(UUID older, UUID newer);

    @Query("""
            SELECT c.control_id, c.scf_version_id, c.control_code, d.domain_code, c.control_title, c.control_description,
                   c.control_question, c.control_weight
              FROM scf_control c
              JOIN scf_domain d ON d.scf_domain_id = c.scf_domain_id
             WHERE c.control_id = ANY (CAST(:ids AS uuid[]))
            """)
    List<ControlText> some(@TypeDef(type = DataType.STRING_ARRAY) String[] ids);

    @Query("""
            WITH pair AS (SELECT *
                            FROM unnest(CAST(:before AS uuid[]), CAST(:after AS uuid[]))
                                 WITH ORDINALITY AS pair (before, after, number)),
                 older AS (SELECT p.number, m.scf_framework_requirement_id AS requirement, m.relationship_type, m.strength_score
                             FROM pair p
                             JOIN scf_mapping m ON m.scf_control_id = p.before
                            WHERE m.is_official),
                 newer AS (SELECT p.number, m.scf_framework_requirement_id AS requirement, m.relationship_type, m.strength_score
                             FROM pair p
                             JOIN scf_mapping m ON m.scf_control_id = p.after
                            WHERE m.is_official)
            SELECT COALESCE(o.number, n.number) AS pair,
                   count(*) FILTER (WHERE o.number IS NULL) AS added,
                   count(*) FILTER (WHERE n.number IS NULL) AS removed,
                   count(*) FILTER (WHERE o.number IS NOT NULL AND n.number IS NOT NULL) AS changed
              FROM older o
              FULL JOIN newer n ON n.number = o.number AND n.requirement = o.requirement
             WHERE o.relationship_type IS DISTINCT FROM n.relationship_type
                OR o.strength_score IS DISTINCT FROM n.strength_score
             GROUP BY 1
            """)
    List<Delta> deltas(
            @TypeDef(type = DataType.STRING_ARRAY) String[] before,
            @TypeDef(type = DataType.STRING_ARRAY) String[] after);

    @Query("""
            WITH pair AS (SELECT *
                            FROM unnest(CAST(:before AS uuid[]), CAST(:after AS uuid[]))
                                 WITH ORDINALITY AS pair (before, after, number)),
                 older AS (SELECT p.number, m.scf_framework_requirement_id AS requirement, m.relationship_type, m.strength_score
                             FROM pair p
                             JOIN scf_mapping m ON m.scf_control_id = p.before
                            WHERE m.is_official),
                 newer AS (SELECT p.number, m.scf_framework_requirement_id AS requirement, m.relationship_type, m.strength_score
                             FROM pair p
                             JOIN scf_mapping m ON m.scf_control_id = p.after
                            WHERE m.is_official)
            SELECT COALESCE(o.number, n.number) AS pair, f.framework_id, f.framework_code, r.requirement_id, r.requirement_code,
                   o.relationship_type AS relationship_before, n.relationship_type AS relationship_after,
                   o.strength_score AS strength_before, n.strength_score AS strength_after
              FROM older o
              FULL JOIN newer n ON n.number = o.number AND n.requirement = o.requirement
              JOIN scf_requirement r ON r.requirement_id = COALESCE(o.requirement, n.requirement)
              JOIN scf_framework f ON f.framework_id = r.framework_id
             WHERE o.relationship_type IS DISTINCT FROM n.relationship_type
                OR o.strength_score IS DISTINCT FROM n.strength_score
             ORDER BY 1, f.framework_code, r.sort_key, r.requirement_code
            """)
    List<Line> lines(
            @TypeDef(type = DataType.STRING_ARRAY) String[] before,
            @TypeDef(type = DataType.STRING_ARRAY) String[] after);
}
