package eu.bekaa.standard.catalog;

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

/// Reading statements for controls and what belongs to them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ControlRows extends GenericRepository<ScfVersion, UUID> {
    @Query("SELECT * FROM scf_control WHERE control_id = :control")
    Optional<Control> control(UUID control);

    @Query("SELECT * FROM scf_control WHERE scf_version_id = :version AND control_code = :code")
    Optional<Control> byCode(UUID version, String code);

    @Query("SELECT * FROM scf_control WHERE scf_version_id = :version ORDER BY ordinal")
    List<Control> all(UUID version);

    @Query("""
            SELECT *
              FROM scf_control
             WHERE scf_version_id = :version
               AND control_id = ANY (CAST(:controls AS uuid[]))
             ORDER BY ordinal
            """)
    List<Control> some(UUID version, @TypeDef(type = DataType.STRING_ARRAY) String[] controls);

    @Query("""
            SELECT c.*
              FROM scf_control c
              JOIN scf_domain d ON d.scf_domain_id = c.scf_domain_id
             WHERE c.scf_version_id = :version
               AND (CAST(:code AS text) IS NULL OR c.control_code = CAST(:code AS text))
               AND (CAST(:domain AS text) IS NULL OR d.domain_code = CAST(:domain AS text))
               AND c.tags @> CAST(:tags AS text[])
               AND NOT EXISTS (SELECT 1
                                 FROM unnest(CAST(:words AS text[])) AS word
                                WHERE strpos(c.search_text, word) = 0)
             ORDER BY c.ordinal
             LIMIT :rows OFFSET :skipped
            """)
    List<Control> page(
            UUID version,
            @Nullable String code,
            @Nullable String domain,
            @TypeDef(type = DataType.STRING_ARRAY) String[] tags,
            @TypeDef(type = DataType.STRING_ARRAY) String[] words,
            int rows,
            int skipped);

    @Query("""
            SELECT count(*)
              FROM scf_control c
              JOIN scf_domain d ON d.scf_domain_id = c.scf_domain_id
             WHERE c.scf_version_id = :version
               AND (CAST(:code AS text) IS NULL OR c.control_code = CAST(:code AS text))
               AND (CAST(:domain AS text) IS NULL OR d.domain_code = CAST(:domain AS text))
               AND c.tags @> CAST(:tags AS text[])
               AND NOT EXISTS (SELECT 1
                                 FROM unnest(CAST(:words AS text[])) AS word
                                WHERE strpos(c.search_text, word) = 0)
            """)
    int count(
            UUID version,
            @Nullable String code,
            @Nullable String domain,
            @TypeDef(type = DataType.STRING_ARRAY) String[] tags,
            @TypeDef(type = DataType.STRING_ARRAY) String[] words);

    @Query("""
            SELECT m.*
              FROM scf_maturity_criterion m
              JOIN scf_control c ON c.control_id = m.control_id
             WHERE c.scf_version_id = :version
             ORDER BY c.ordinal, m.level
            """)
    List<MaturityCriterion> criteria(UUID version);

    @Query("SELECT * FROM scf_maturity_criterion WHERE control_id = :control ORDER BY level")
    List<MaturityCriterion> criteriaOf(UUID control);
}
